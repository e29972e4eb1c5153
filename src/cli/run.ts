import { relative } from 'node:path';
import type { RunOptions } from '../index.ts';
import { type OptionValues, parseArguments, parseWhole } from './arguments.ts';
import type { Command, Terminal } from './command.ts';
import { DEFAULT_OUTPUT, FILE_REPORTS, reportChoice, reportOptions } from './report-options.ts';

const options = {
  config: { type: 'string', value: '<file>', help: 'flowproof.yaml; default: found from here upwards' },
  env: { type: 'string', value: '<name>', help: 'an environment of flowproof.yaml' },
  kafka: {
    type: 'string',
    value: '<provider>',
    oneOf: ['embedded', 'docker', 'external'],
    help: 'embedded, docker or external; default: of flowproof.yaml',
  },
  bootstrap: {
    type: 'string',
    value: '<host:port>',
    help: 'brokers of an external cluster, separated by commas',
  },
  var: { type: 'string', multiple: true, value: '<k=v>', help: 'a variable; may be given several times' },
  tag: {
    type: 'string',
    multiple: true,
    value: '<tag>',
    help: 'only scenarios with this tag, or without it: "!slow"; may be given several times',
  },
  grep: { type: 'string', value: '<pattern>', help: 'only scenarios whose "suite › name" matches' },
  shard: { type: 'string', value: '<k/n>', help: 'only the k-th of n parts' },
  iterations: { type: 'string', value: '<number>', help: 'how often each scenario is run; default 1' },
  retries: {
    type: 'string',
    value: '<number>',
    help: 'how often one is run again that did not pass; default 0',
  },
  concurrency: { type: 'string', value: '<number>', help: 'how many at a time, or auto; default auto' },
  'fail-fast': { type: 'boolean', help: 'start no more scenarios once one has failed' },
  'dry-run': { type: 'boolean', help: 'only list what would run' },
  seed: {
    type: 'string',
    value: '<number>',
    help: 'of random values; default: drawn, and printed in the report',
  },
  keep: { type: 'boolean', help: 'leave containers up at the end, and say how to remove them' },
  ...reportOptions(FILE_REPORTS),
} as const;

const MAX_SEED = 2 ** 32 - 1;

/** `flowproof run`. */
export const run: Command = {
  name: 'run',
  summary: 'starts Kafka and the services, runs the scenarios, writes the reports',
  operands: '[files, folders or globs]',
  options,
  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, options);
    const { cwd, env, stderr, signal } = terminal;
    if (values['dry-run']) return listScenarios(values, positionals, terminal);
    const [{ run: runProject }, { openReportFiles }, { startConsole }] = await Promise.all([
      import('../index.ts'),
      import('./report-files.ts'),
      import('./console.ts'),
    ]);
    await using opened = new AsyncDisposableStack();
    const result = await runProject({
      cwd,
      env,
      signal,
      config: values.config,
      files: positionals,
      environment: values.env,
      kafka: values.kafka as 'embedded' | 'docker' | 'external' | undefined, // one of these, checked above
      bootstrap: values.bootstrap?.split(','),
      variables: values.var ?? [],
      tags: values.tag,
      grep: values.grep,
      shard: values.shard,
      ...readNumbers(values),
      keep: values.keep,
      // Opened only once all files are found to be right: a mistake leaves an earlier report alone.
      reporters: () => {
        const directory = values.output ?? DEFAULT_OUTPUT;
        const warn = (message: string): void => void stderr.write(`${message}\n`);
        const files = opened.use(openReportFiles(directory, warn, reportChoice(values)));
        return [startConsole(terminal, relative(cwd, files.reportPath)), ...files.reporters];
      },
    });
    return result.exitCode;
  },
};

type Values = OptionValues<typeof options>;

/** @throws UsageError USAGE_BAD_VALUE */
function readNumbers(
  values: Values,
): Pick<RunOptions, 'seed' | 'iterations' | 'retries' | 'concurrency' | 'failFast'> {
  const { concurrency } = values;
  return {
    seed: parseWhole('seed', values.seed, { min: 0, max: MAX_SEED }),
    iterations: parseWhole('iterations', values.iterations, { min: 1, max: 100_000 }),
    retries: parseWhole('retries', values.retries, { min: 0, max: 100 }),
    concurrency:
      concurrency === 'auto' ? concurrency : parseWhole('concurrency', concurrency, { min: 1, max: 1000 }),
    failFast: values['fail-fast'],
  };
}

/** `--dry-run`: the names of what would run, a line each; nothing is started. */
async function listScenarios(
  values: Values,
  files: readonly string[],
  { cwd, env, stdout }: Terminal,
): Promise<number> {
  const { loadProject } = await import('../load/load-project.ts');
  const { scenarios } = await loadProject({
    cwd,
    env,
    files,
    config: values.config,
    environment: values.env,
    variables: values.var ?? [],
    tags: values.tag,
    grep: values.grep,
    shard: values.shard,
  });
  readNumbers(values);
  for (const { suite, name, span, tags, tasks } of scenarios) {
    const shown = tags.length > 0 ? ` [${tags.join(', ')}]` : '';
    stdout.write(`${suite} › ${name}${shown}  ${span.file}:${span.line}\n`);
    for (const task of tasks) stdout.write(`  ${task.name} (${task.kind})\n`);
  }
  return 0;
}
