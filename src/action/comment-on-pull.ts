import { resolve } from 'node:path';
import { describeError } from '../base/errors.ts';
import { commentMarker } from '../github/comment-marker.ts';
import { explainGithubError } from '../github/explain-error.ts';
import { COMMENT_CHARACTERS } from '../github/limits.ts';
import { putStickyComment } from '../github/sticky-comment.ts';
import { readReport } from '../load/read-report.ts';
import type { RunResult } from '../model/run-result.ts';
import { composeComment } from '../reporters/comment/compose-comment.ts';
import { commentPartOf } from '../reporters/comment/part.ts';
import { linkFrom, type Publication } from './publish.ts';
import { openRepository, type Repository } from './repository.ts';

/** Writes the job's part of the pull request's comment. Returns its address; undefined, with a warning if need be, when there is none. */
export async function commentOnPull(
  result: RunResult,
  publication: Publication,
): Promise<string | undefined> {
  const { env, inputs, step } = publication;
  if (inputs.comment === 'never') return undefined;
  const repository = await openRepository(env, inputs['github-token']);
  const why = typeof repository === 'string' ? repository : undefined;
  const pull = typeof repository === 'string' ? undefined : repository.pull;
  if (typeof repository === 'string' || !pull) {
    // Without a pull request there is nothing to miss, unless a comment was asked for.
    const isMissed = inputs.comment === 'always' || (why !== undefined && isPullRequest(env));
    if (isMissed)
      step.warn(`flowproof wrote no comment: ${why ?? 'the workflow does not run for a pull request'}`);
    return undefined;
  }
  return await writeComment(result, { ...publication, repository, pull: pull.number });
}

function isPullRequest({ GITHUB_EVENT_NAME }: Publication['env']): boolean {
  return GITHUB_EVENT_NAME?.startsWith('pull_request') ?? false;
}

/** A comment of a pull request that is known. */
export interface CommentTarget extends Publication {
  readonly repository: Repository;
  readonly pull: number;
}

/** Adds the result to the pull request's comment. What keeps it from that is a warning. */
export async function writeComment(result: RunResult, target: CommentTarget): Promise<string | undefined> {
  const { env, inputs, step, cwd, job, repository, pull } = target;
  const workflow = env.GITHUB_WORKFLOW ?? 'flowproof';
  const marker = commentMarker(workflow, inputs['comment-key']);
  const part = commentPartOf(result, {
    job,
    runId: Number(env.GITHUB_RUN_ID) || 0,
    commit: repository.commit,
    url: step.runUrl,
    linkOf: linkFrom(step, cwd),
    baseline: readBaseline(target),
  });
  const options = {
    marker,
    title: [workflow, inputs['comment-key']].filter((word) => word !== '').join(' · '),
    maxCharacters: COMMENT_CHARACTERS,
    when: inputs.comment === 'on-failure' ? 'on-failure' : 'always',
  } as const;
  try {
    const place = { owner: repository.owner, repo: repository.repo, pull, marker };
    return await putStickyComment(repository.client, place, (before) =>
      composeComment(before, part, options),
    );
  } catch (cause) {
    step.warn(`flowproof wrote no comment: ${explainGithubError(cause, 'pull-requests: write')}`);
    return undefined;
  }
}

function readBaseline({ inputs: { baseline }, cwd, step }: Publication): RunResult | undefined {
  if (baseline === undefined) return undefined;
  try {
    return readReport(resolve(cwd, baseline));
  } catch (cause) {
    step.warn(`flowproof compared with no baseline: ${describeError(cause)}`);
    return undefined;
  }
}
