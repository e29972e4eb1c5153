import { describeError } from '../base/errors.ts';
import { isGithubError, isRateLimit } from './client.ts';

/** Why GitHub did not do a thing, and what to do about it. @param permission as a workflow writes it: `pull-requests: write` */
export function explainGithubError(cause: unknown, permission: string): string {
  if (!isGithubError(cause)) return describeError(cause);
  const { status, message, response } = cause;
  if (!response) return `GitHub could not be reached: ${message}`;
  if (isRateLimit(cause)) return 'GitHub asks to wait longer than a step can (rate limit)';
  if (status === 401) return 'the token is not valid: give the input "github-token" one that is';
  if (status === 403) {
    return `the token may not do that: give the job "permissions: ${permission}"; on pull requests of forks and of Dependabot no token may, use the comment action in a workflow_run there`;
  }
  if (status === 404)
    return `not found with this token: it may lack "permissions: ${permission}", or the repository`;
  if (status >= 500) return `GitHub has a problem of its own (${status})`;
  return `GitHub refused it (${status}): ${message}`;
}
