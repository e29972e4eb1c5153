import { join, relative, resolve } from 'node:path';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { DEFAULT_OUTPUT, FINAL_REPORTS, reportChoice, reportOptions } from './report-options.ts';

const options = reportOptions(FINAL_REPORTS);

/** `flowproof merge`: one report out of the shards'. */
export const merge: Command = {
  name: 'merge',
  summary: 'makes one report of the report.json of several shards',
  operands: '<report.json, folders or globs>',
  options,
  async run(args, terminal) {
    const { cwd } = terminal;
    const { values, positionals } = parseArguments(args, options);
    const [{ mergeReports }, { writeFinalReports, REPORT_FILE }, { startConsole }] = await Promise.all([
      import('../load/merge-reports.ts'),
      import('./report-files.ts'),
      import('./console.ts'),
    ]);
    const result = mergeReports(positionals, cwd);
    const directory = resolve(cwd, values.output ?? DEFAULT_OUTPUT);
    writeFinalReports(result, directory, reportChoice(values));
    startConsole(terminal, relative(cwd, join(directory, REPORT_FILE))).end?.(result);
    return result.exitCode;
  },
};
