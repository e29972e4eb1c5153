import { createCheckRun } from '../github/check-run.ts';
import { explainGithubError } from '../github/explain-error.ts';
import type { RunResult } from '../model/run-result.ts';
import { findingsOf } from '../reporters/findings.ts';
import { verdictSentence } from '../reporters/wording.ts';
import type { Publication } from './publication.ts';
import { openRepository } from './repository.ts';

/** Marks all findings in a check run; false, with a warning, when that is not possible. */
export async function markInCheckRun(
  result: RunResult,
  { env, inputs, step, cwd, job }: Publication,
): Promise<boolean> {
  const give = (why: string): boolean => {
    step.warn(`flowproof made no check run: ${why}`);
    return false;
  };
  const repository = await openRepository(env, inputs['github-token']);
  if (typeof repository === 'string') return give(repository);
  try {
    await createCheckRun(repository.client, {
      ...repository,
      name: `flowproof: ${job}`,
      status: result.status,
      title: verdictSentence(result),
      findings: findingsOf(result),
      fileOf: (file) => step.fileInRepository(file, cwd),
    });
    return true;
  } catch (cause) {
    return give(explainGithubError(cause, 'checks: write'));
  }
}
