import { relative } from 'node:path';
import { reporters } from '../reporters/index.ts';
import { parseArguments, parseWhole } from './arguments.ts';
import type { Command, Terminal } from './command.ts';
import { openReportFiles } from './report-files.ts';

const options = {
  config: { type: 'string', value: '<file>', help: 'flowproof.yaml; default: found from here upwards' },
  env: { type: 'string', value: '<name>', help: 'an environment of flowproof.yaml' },
  kafka: {
    type: 'string',
    value: '<provider>',
    oneOf: ['embedded', 'external'],
    help: 'embedded or external; default: of flowproof.yaml',
  },
  bootstrap: {
    type: 'string',
    value: '<host:port>',
    help: 'brokers of an external cluster, separated by commas',
  },
  var: { type: 'string', multiple: true, value: '<k=v>', help: 'a variable; may be given several times' },
  seed: {
    type: 'string',
    value: '<number>',
    help: 'of random values; default: drawn, and printed in the report',
  },
  output: { type: 'string', value: '<folder>', help: 'where the reports go; default flowproof-report' },
} as const;

const DEFAULT_OUTPUT = 'flowproof-report';
const MAX_SEED = 2 ** 32 - 1;

/** `flowproof run`. */
export const run: Command = {
  name: 'run',
  summary: 'starts Kafka and the services, runs the scenarios, writes the reports',
  operands: '[files, folders or globs]',
  options,
  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, options);
    const { cwd, env, signal } = terminal;
    const seed = parseWhole('seed', values.seed, { min: 0, max: MAX_SEED });
    let files: ReturnType<typeof openReportFiles> | undefined;
    // Loaded only when it is needed: other commands start faster without it.
    const { run: runProject } = await import('../index.ts');
    const result = await runProject({
      cwd,
      env,
      signal,
      config: values.config,
      files: positionals,
      environment: values.env,
      kafka: values.kafka as 'embedded' | 'external' | undefined, // one of these, checked above
      bootstrap: values.bootstrap?.split(','),
      variables: values.var ?? [],
      seed,
      // Opened only once all files are found to be right: a mistake leaves an earlier report alone.
      reporters: () => {
        files = openReportFiles(values.output ?? DEFAULT_OUTPUT);
        return [startConsole(terminal, relative(cwd, files.reportPath)), ...files.reporters];
      },
    });
    await files?.[Symbol.asyncDispose]();
    return result.exitCode;
  },
};

function startConsole(
  { stdout, env }: Terminal,
  reportPath: string,
): ReturnType<typeof reporters.console.start> {
  const color = stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  return reporters.console.start(
    { write: (text) => void stdout.write(text) },
    { color, reportPath, ...(stdout.isTTY && color ? { terminal: { columns: () => stdout.columns } } : {}) },
  );
}
