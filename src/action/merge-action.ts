import { resolve } from 'node:path';
import { UsageError } from '../base/errors.ts';
import { writeFinalReports } from '../cli/report-files.ts';
import { mergeInputs } from '../github/inputs.ts';
import { readInputs } from '../github/read-inputs.ts';
import { mergeReports } from '../load/merge-reports.ts';
import type { ActionSurroundings } from './publication.ts';
import { publish } from './publish.ts';
import { readBaseline } from './read-baseline.ts';

/** Makes one report of the shards', with one summary and one comment; fails as the whole run would have. */
export async function mergeAction(surroundings: ActionSurroundings): Promise<number> {
  const { env, step } = surroundings;
  const inputs = readInputs(mergeInputs, env);
  if (inputs.reports.length === 0) {
    throw new UsageError('USAGE_BAD_VALUE', 'input "reports" is empty', {
      hint: 'name the report.json of each shard, a folder that holds them, or a glob, one a line',
    });
  }
  const cwd = resolve(step.workspace, inputs['working-directory']);
  const reportDirectory = resolve(cwd, inputs['report-directory']);
  const result = mergeReports(inputs.reports, cwd);
  writeFinalReports(result, reportDirectory);
  // The shards have marked the places already.
  const told = { ...inputs, annotations: 'false' } as const;
  const baseline = readBaseline(inputs.baseline, { cwd, step });
  const job = env.GITHUB_JOB ?? 'merge';
  await publish(result, { ...surroundings, inputs: told, job, cwd, reportDirectory, baseline });
  return result.exitCode;
}
