import { commentMarker } from '../github/comment-marker.ts';
import { explainGithubError } from '../github/explain-error.ts';
import type { CommentInputs } from '../github/inputs.ts';
import { COMMENT_CHARACTERS } from '../github/limits.ts';
import type { RepositoryClient } from '../github/run-artifacts.ts';
import type { Step } from '../github/step.ts';
import { putStickyComment } from '../github/sticky-comment.ts';
import type { RunResult } from '../model/run-result.ts';
import { composeComment } from '../reporters/comment/compose-comment.ts';
import { commentPartOf, type PartOrigin } from '../reporters/comment/part.ts';
import { linkFrom, type Publication } from './publication.ts';
import { openRepository } from './repository.ts';

/**
 * Writes the job's part of the comment of the pull request that the job runs for. Returns its address; undefined, with a
 * warning if need be, when there is none.
 */
export async function commentOnPull(
  result: RunResult,
  publication: Publication,
): Promise<string | undefined> {
  const { env, inputs, step, cwd, job, baseline } = publication;
  if (inputs.comment === 'never') return undefined;
  const repository = await openRepository(env, inputs['github-token']);
  const pull = typeof repository === 'string' ? undefined : repository.pull;
  if (typeof repository === 'string' || !pull) {
    // Without a pull request there is nothing to miss, unless a comment was asked for.
    const isMissed = inputs.comment === 'always' || env.GITHUB_EVENT_NAME?.startsWith('pull_request');
    const why = typeof repository === 'string' ? repository : 'the workflow does not run for a pull request';
    if (isMissed) step.warn(`flowproof wrote no comment: ${why}`);
    return undefined;
  }
  return await writeComment(result, {
    repository,
    pull: pull.number,
    inputs,
    step,
    workflow: env.GITHUB_WORKFLOW ?? 'flowproof',
    origin: {
      job,
      runId: Number(env.GITHUB_RUN_ID) || 0,
      commit: repository.commit,
      url: step.runUrl,
      linkOf: linkFrom(step, cwd),
      baseline,
    },
  });
}

/** A comment of a pull request that is known. */
export interface CommentTarget {
  readonly repository: RepositoryClient;
  readonly pull: number;
  readonly inputs: CommentInputs;
  readonly step: Step;
  /** Its name. */
  readonly workflow: string;
  readonly origin: PartOrigin;
}

/** Adds the result to the pull request's comment. What keeps it from that is a warning. */
export async function writeComment(result: RunResult, target: CommentTarget): Promise<string | undefined> {
  const { inputs, step, workflow, repository, pull, origin } = target;
  const { comment: when, 'comment-key': key } = inputs;
  const marker = commentMarker(workflow, key);
  const options = {
    marker,
    title: key === '' ? workflow : `${workflow} · ${key}`,
    maxCharacters: COMMENT_CHARACTERS,
    when: when === 'on-failure' ? when : 'always',
  } as const;
  const part = commentPartOf(result, origin);
  const { client, owner, repo } = repository;
  try {
    return await putStickyComment(client, { owner, repo, pull, marker }, (before) =>
      composeComment(before, part, options),
    );
  } catch (cause) {
    step.warn(`flowproof wrote no comment: ${explainGithubError(cause, 'pull-requests: write')}`);
    return undefined;
  }
}
