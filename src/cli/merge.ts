import { join, relative, resolve } from 'node:path';
import { mergeReports } from '../load/merge-reports.ts';
import { reporters } from '../reporters/index.ts';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { writeFinalReports } from './report-files.ts';

const options = {
  output: { type: 'string', value: '<folder>', help: 'where the reports go; default flowproof-report' },
} as const;

/** `flowproof merge`: one report out of the shards'. */
export const merge: Command = {
  name: 'merge',
  summary: 'makes one report of the report.json of several shards',
  operands: '<report.json, folders or globs>',
  options,
  async run(args, { cwd, stdout }) {
    const { values, positionals } = parseArguments(args, options);
    const result = mergeReports(positionals, cwd);
    const directory = resolve(cwd, values.output ?? 'flowproof-report');
    writeFinalReports(result, directory);
    const reportPath = relative(cwd, join(directory, reporters.json.file));
    reporters.console.start({ write: (text) => void stdout.write(text) }, { reportPath }).end?.(result);
    return result.exitCode;
  },
};
