import type { reporters } from '../reporters/index.ts';
import type { Diagrams } from '../reporters/markup/scenario-section.ts';
import type { ReportChoice } from './report-files.ts';

/** Where reports go when nothing else is said. */
export const DEFAULT_OUTPUT = 'flowproof-report';

type ReportName = keyof typeof reporters;
/** The names of the reports that are made of the run result. They are spelled out, as the reporters are loaded later. */
export const FINAL_REPORTS = [
  'json',
  'summary',
  'annotations',
  'junit',
  'ctrf',
  'html',
] as const satisfies readonly ReportName[];
/** The names of all reports that are files. */
export const FILE_REPORTS = [...FINAL_REPORTS, 'ndjson'] as const satisfies readonly ReportName[];

/** The options of commands that write reports. @param names of the reports that the command can write */
export function reportOptions(names: readonly string[]) {
  return {
    output: { type: 'string', value: '<folder>', help: `where the reports go; default ${DEFAULT_OUTPUT}` },
    reporter: {
      type: 'string',
      multiple: true,
      value: '<name>',
      oneOf: names,
      help: `which reports; may be given several times: ${names.join(', ')}; default: all but summary and annotations`,
    },
    diagrams: {
      type: 'string',
      value: '<which>',
      oneOf: ['failed', 'all'],
      help: 'whose flows the summary draws: failed or all; default failed',
    },
  } as const;
}

/** What those options ask for. */
export function reportChoice(values: {
  readonly reporter?: string[];
  readonly diagrams?: string;
}): ReportChoice {
  return { names: values.reporter, diagrams: values.diagrams as Diagrams | undefined }; // one of these: it was checked
}
