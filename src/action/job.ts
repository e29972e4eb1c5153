import { resolve } from 'node:path';
import { type RunInputs, runInputs } from '../github/inputs.ts';
import { readInputs } from '../github/read-inputs.ts';
import { jobName } from './job-name.ts';
import type { ActionSurroundings, Publication } from './publication.ts';
import { readBaseline } from './read-baseline.ts';

/** What the inputs of the action ask for; they are right. */
export interface Job extends Publication {
  readonly inputs: RunInputs;
}

/** The name of the state that is `true` while a run goes on: in the post step the run was killed. */
export const UNFINISHED = 'unfinished';

/** Reads the inputs; those of a step are those of its post step too. @throws UsageError USAGE_BAD_VALUE */
export function readJob(surroundings: ActionSurroundings): Job {
  const { env, step } = surroundings;
  const inputs = readInputs(runInputs, env);
  const cwd = resolve(step.workspace, inputs['working-directory']);
  return {
    ...surroundings,
    inputs,
    job: jobName(env.GITHUB_JOB, inputs.matrix, [inputs.environment, inputs.shard]),
    cwd,
    reportDirectory: resolve(cwd, inputs['report-directory']),
    baseline: readBaseline(inputs.baseline, { cwd, step }),
  };
}
