import { resolve } from 'node:path';
import { writeFinalReports } from '../cli/report-files.ts';
import { mergeInputs } from '../github/inputs.ts';
import { readInputs } from '../github/read-inputs.ts';
import { mergeReports } from '../load/merge-reports.ts';
import type { ActionSurroundings } from './publication.ts';
import { publish } from './publish.ts';

/** Makes one report of the shards', with one summary and one comment; fails as the whole run would have. */
export async function mergeAction(surroundings: ActionSurroundings): Promise<number> {
  const { env, step } = surroundings;
  const inputs = readInputs(mergeInputs, env);
  const cwd = resolve(step.workspace, inputs['working-directory']);
  const reportDirectory = resolve(cwd, inputs['report-directory']);
  const result = mergeReports(inputs.reports, cwd);
  writeFinalReports(result, reportDirectory);
  // The shards have marked the places already.
  const told = { ...inputs, annotations: 'false' } as const;
  await publish(result, {
    ...surroundings,
    inputs: told,
    job: env.GITHUB_JOB ?? 'merge',
    cwd,
    reportDirectory,
  });
  return result.exitCode;
}
