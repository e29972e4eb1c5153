import { setTimeout as sleep } from 'node:timers/promises';
import type { GithubClient } from './client.ts';
import { COMMENTS_PER_PAGE } from './limits.ts';

/** Where a comment is, and how it is known again. */
export interface CommentPlace {
  readonly owner: string;
  readonly repo: string;
  /** The number of the pull request. */
  readonly pull: number;
  /** A line that is in no other comment. */
  readonly marker: string;
}

/** What a comment becomes. */
export interface CommentText {
  /** With the marker; undefined: there shall be none. */
  readonly body: string | undefined;
  /** A text in the body that only this call puts there, by which it sees that no other has overwritten it. */
  readonly proof: string;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
}

const ATTEMPTS = 5;
const PAUSE_MS = 300;

/**
 * Creates, changes or removes the one comment of a place. Jobs that run at the same time write the same comment, and
 * GitHub has no way to change one only if it is still as it was: so it is read again, and written again when another job
 * was faster.
 * @param compose makes the new text of the body that is there now
 * @returns the comment's address; undefined when there is none
 */
export async function putStickyComment(
  client: GithubClient,
  place: CommentPlace,
  compose: (before: string | undefined) => CommentText,
): Promise<string | undefined> {
  for (let attempt = 1; ; attempt++) {
    const [before] = await findComments(client, place);
    const { body, proof } = compose(before?.body);
    const url = await write(client, place, { before, body });
    if (body === undefined || attempt === ATTEMPTS) return url;
    // Two jobs may both have created one: the older stays.
    const [now, ...others] = await findComments(client, place);
    if (now?.body.includes(proof) && others.length === 0) return now.url;
    const ours = others.find((comment) => comment.url === url);
    if (ours) await remove(client, place, ours);
    await sleep(PAUSE_MS * attempt * (1 + Math.random()));
  }
}

/** The comments with the marker that we wrote, oldest first; a person who copies the marker does not get ours. */
async function findComments(
  client: GithubClient,
  { owner, repo, pull, marker }: CommentPlace,
): Promise<Comment[]> {
  const all = await client.paginate(client.rest.issues.listComments, {
    owner,
    repo,
    issue_number: pull,
    per_page: COMMENTS_PER_PAGE,
  });
  const marked = all.filter(({ body }) => body?.includes(marker));
  const viewer = marked.some(({ user }) => user?.type !== 'Bot') ? await readViewer(client) : undefined;
  return marked
    .filter(({ user }) => user?.type === 'Bot' || (viewer !== undefined && user?.login === viewer))
    .map(({ id, body = '', html_url: url }) => ({ id, body, url }));
}

/** Whose token it is, when it is a person's; the token of a job belongs to nobody and may not ask. */
async function readViewer(client: GithubClient): Promise<string | undefined> {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch {
    return undefined;
  }
}

async function write(
  client: GithubClient,
  place: CommentPlace,
  { before, body }: { readonly before: Comment | undefined; readonly body: string | undefined },
): Promise<string | undefined> {
  const { owner, repo, pull } = place;
  if (body === undefined) {
    if (before) await remove(client, place, before);
    return undefined;
  }
  if (before?.body === body) return before.url;
  const { data } = before
    ? await client.rest.issues.updateComment({ owner, repo, comment_id: before.id, body })
    : await client.rest.issues.createComment({ owner, repo, issue_number: pull, body });
  return data.html_url;
}

async function remove(client: GithubClient, { owner, repo }: CommentPlace, { id }: Comment): Promise<void> {
  await client.rest.issues.deleteComment({ owner, repo, comment_id: id });
}
