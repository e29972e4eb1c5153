import { createGithubClient, type GithubClient } from '../github/client.ts';
import { type PullRequest, pullRequestOf, readEvent } from '../github/event.ts';
import type { ActionSurroundings } from './publication.ts';

/** The repository that the job runs for, and a way to speak to it. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
  readonly client: GithubClient;
  /** The commit that people see: of a pull request its head. */
  readonly commit: string;
  readonly pull: PullRequest | undefined;
}

/** The job's repository; a text that says why not, when there is no way to it. */
export async function openRepository(
  env: ActionSurroundings['env'],
  token: string | undefined,
): Promise<Repository | string> {
  const [owner, repo] = env.GITHUB_REPOSITORY?.split('/') ?? [];
  if (!owner || !repo) return 'this is no job of GitHub Actions (GITHUB_REPOSITORY is not set)';
  if (token === undefined) return 'there is no token: give the input "github-token"';
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  const pull = pullRequestOf(readEvent(env.GITHUB_EVENT_PATH));
  const client = await createGithubClient({ token, apiUrl });
  return { owner, repo, client, commit: pull?.headSha ?? env.GITHUB_SHA ?? '', pull };
}
