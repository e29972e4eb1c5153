import type { RunStatus } from '../../model/status.ts';
import { type CommentPart, hidePart, readParts } from './part.ts';
import { type CommentOptions, renderComment, worstStatus } from './render-comment.ts';

/** What becomes of a comment when a job has something to say. */
export interface ComposedComment {
  /** undefined: there shall be no comment. */
  readonly body: string | undefined;
  /** A text that is in the body only when this job's part is. */
  readonly proof: string;
}

/** How a comment is put together. */
export interface ComposeOptions extends CommentOptions {
  /** `on-failure`: there is a comment only while something has failed. */
  readonly when: 'always' | 'on-failure';
}

/**
 * The comment with a job's part added, or put in place of its older one. Parts of an earlier workflow run go; one of a
 * later run stays as it is.
 * @param before the text that is there now
 */
export function composeComment(
  before: string | undefined,
  part: CommentPart,
  options: ComposeOptions,
): ComposedComment {
  const others = readParts(before ?? '').filter(({ job }) => job !== part.job);
  const isOutdated = others.some(({ runId }) => runId > part.runId);
  if (before !== undefined && isOutdated) return { body: before, proof: options.marker };
  const parts = [...others.filter(({ runId }) => runId === part.runId), part];
  const isWanted = options.when === 'always' || isWorthIt(worstStatus(parts), before);
  const body = isWanted ? renderComment(parts, options) : undefined;
  return { body, proof: proofOf(body, part) };
}

/** On failure; and as long as nobody knows better, a comment on a failure stays. */
function isWorthIt(status: RunStatus, before: string | undefined): boolean {
  return status === 'failed' || status === 'error' || (status === 'cancelled' && before !== undefined);
}

/** The part may have lost failures to fit, so it is looked up in the body that was made. */
function proofOf(body: string | undefined, { job }: CommentPart): string {
  const kept = readParts(body ?? '').find((part) => part.job === job);
  return kept ? hidePart(kept) : '';
}
