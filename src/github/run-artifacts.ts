import type { GithubClient } from './client.ts';
import type { WorkflowRun } from './event.ts';
import { readZip } from './read-zip.ts';

/** A repository, and a way to speak to it. */
export interface RepositoryClient {
  readonly owner: string;
  readonly repo: string;
  readonly client: GithubClient;
}

/** An artifact comes from a stranger: more than this is not looked at. */
const MAX_ARTIFACTS = 300;
const MAX_PACKED_BYTES = 32 * 1024 * 1024;
const LIMITS = { maxEntries: 10_000, maxBytes: 64 * 1024 * 1024 };

/**
 * The texts of all files of this name in the artifacts of a workflow run.
 * @param artifact the artifact's name; a `*` at its end stands for anything
 * @throws ZipError, and GitHub's errors
 */
export async function readRunArtifacts(
  { owner, repo, client }: RepositoryClient,
  { run, artifact, file }: { readonly run: WorkflowRun; readonly artifact: string; readonly file: string },
): Promise<string[]> {
  const all = await client.paginate(client.rest.actions.listWorkflowRunArtifacts, {
    owner,
    repo,
    run_id: run.id,
    per_page: 100,
  });
  const wanted = all
    .filter(({ name, expired }) => !expired && isNamed(name, artifact))
    .slice(0, MAX_ARTIFACTS);
  const texts: string[] = [];
  for (const { id, size_in_bytes: size } of wanted) {
    if (size > MAX_PACKED_BYTES) continue;
    const { data } = await client.rest.actions.downloadArtifact({
      owner,
      repo,
      artifact_id: id,
      archive_format: 'zip',
    });
    const zip = Buffer.from(data as ArrayBuffer); // octokit calls it unknown
    const files = readZip(zip, (name) => name.split('/').at(-1) === file, LIMITS);
    texts.push(...Array.from(files.values(), (bytes) => bytes.toString('utf8')));
  }
  return texts;
}

function isNamed(name: string, pattern: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/**
 * The open pull request that a workflow run was for: the one whose head is the very commit that was run. A run from a
 * fork could claim any number in its artifacts, so none is asked.
 */
export async function findPullOfRun(
  { owner, repo, client }: RepositoryClient,
  { head_sha: commit, head_branch: branch, head_repository: head }: WorkflowRun,
): Promise<number | undefined> {
  const ofCommit = await client.paginate(client.rest.repos.listPullRequestsAssociatedWithCommit, {
    owner,
    repo,
    commit_sha: commit,
  });
  // GitHub does not know the commits of a fork by that way.
  const ofBranch = await client.paginate(client.rest.pulls.list, {
    owner,
    repo,
    state: 'open',
    head: `${head.owner.login}:${branch}`,
  });
  const found = [...ofCommit, ...ofBranch].find((pull) => pull.state === 'open' && pull.head.sha === commit);
  return found?.number;
}
