import { relative } from 'node:path';
import { openReportFiles } from '../cli/report-files.ts';
import { run } from '../index.ts';
import type { RunResult } from '../model/run-result.ts';
import { reporters } from '../reporters/index.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { type Job, readJob, UNFINISHED } from './job.ts';
import type { ActionSurroundings } from './publication.ts';
import { publish } from './publish.ts';
import { tellFailure } from './tell-failure.ts';

/** Runs the scenarios that the inputs name and tells GitHub what came out; returns the exit code of language.md §9. */
export async function runAction(surroundings: ActionSurroundings): Promise<number> {
  const job = readJob(surroundings);
  const { step } = job;
  try {
    const result = await runScenarios(job);
    await publish(result, job);
    return result.exitCode;
  } catch (cause) {
    return tellFailure(cause, surroundings, job.cwd);
  } finally {
    step.saveState(UNFINISHED, '');
  }
}

async function runScenarios({
  inputs,
  cwd,
  reportDirectory,
  env,
  stdout,
  step,
  signal,
  baseline,
}: Job): Promise<RunResult> {
  await using opened = new AsyncDisposableStack();
  return await run({
    cwd,
    env: withoutInputs(env),
    signal,
    config: inputs.config,
    files: inputs.scenarios,
    environment: inputs.environment,
    kafka: inputs.kafka,
    ...(inputs.bootstrap.length > 0 ? { bootstrap: inputs.bootstrap } : {}),
    variables: inputs.variables,
    tags: inputs.tags,
    grep: inputs.grep,
    shard: inputs.shard,
    earlier: baseline,
    iterations: inputs.iterations,
    retries: inputs.retries,
    concurrency: inputs.concurrency,
    failFast: inputs['fail-fast'],
    seed: inputs.seed,
    reporters({ secrets }): readonly Reporter[] {
      step.mask(secrets);
      opened.use(step.stopCommands());
      const files = opened.use(
        openReportFiles(reportDirectory, (message) => void stdout.write(`${message}\n`)),
      );
      step.saveState(UNFINISHED, 'true');
      const reportPath = relative(cwd, files.reportPath);
      return [reporters.console.start(stdout, { color: !env.NO_COLOR, reportPath }), ...files.reporters];
    },
  });
}

/** What services inherit: the inputs, with the token, are the action's own. */
function withoutInputs(env: ActionSurroundings['env']): ActionSurroundings['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
}
