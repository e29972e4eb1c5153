import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The pull request that a workflow runs for. */
export interface PullRequest {
  readonly number: number;
  /** The commit that was pushed; `GITHUB_SHA` is that of a merge which is only tried. */
  readonly headSha: string;
}

const pullRequestEvent = z.object({
  pull_request: z.object({ number: z.int().positive(), head: z.object({ sha: z.string() }) }),
});

/** What a `workflow_run` event says of the run that has ended. */
export const workflowRunEvent = z.object({
  workflow_run: z.object({
    id: z.int().positive(),
    name: z.string(),
    event: z.string(),
    conclusion: z.string().nullish(),
    head_sha: z.string().regex(/^[0-9a-f]{40}$/),
    head_branch: z.string(),
    head_repository: z.object({ owner: z.object({ login: z.string() }) }),
    html_url: z.url(),
  }),
});
export type WorkflowRun = z.infer<typeof workflowRunEvent>['workflow_run'];

/** The event that started the workflow, of the file that `GITHUB_EVENT_PATH` names; undefined when there is none. */
export function readEvent(path: string | undefined): unknown {
  try {
    return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // outside GitHub; whoever needs the event says so
  }
}

/** The pull request of an event; undefined for events of other kinds. */
export function pullRequestOf(event: unknown): PullRequest | undefined {
  const { data } = pullRequestEvent.safeParse(event);
  return data && { number: data.pull_request.number, headSha: data.pull_request.head.sha };
}
