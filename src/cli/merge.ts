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
    const [{ mergeReports }, { reportToOpen, writeFinalReports }, { startConsole }] = await Promise.all([
      import('../load/merge-reports.ts'),
      import('./report-files.ts'),
      import('./console.ts'),
    ]);
    const result = mergeReports(positionals, cwd);
    const directory = resolve(cwd, values.output ?? DEFAULT_OUTPUT);
    const choice = reportChoice(values);
    writeFinalReports(result, directory, choice);
    startConsole(terminal, relative(cwd, join(directory, reportToOpen(choice)))).end?.(result);
    return result.exitCode;
  },
};
