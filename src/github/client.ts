import { setTimeout as sleep } from 'node:timers/promises';
import type { getOctokit } from '@actions/github';

/** GitHub's REST API, with typed methods and paging. */
export type GithubClient = ReturnType<typeof getOctokit>;

/** How patient a client is; the defaults are for a step of a job. */
export interface Patience {
  /** One answer may take this long; default 10 s. */
  readonly timeoutMs: number;
  /** The longest wait that GitHub may ask for with Retry-After; default 60 s. */
  readonly maxWaitMs: number;
  /** The first pause before a request is sent again; doubles. Default 1 s. */
  readonly pauseMs: number;
}

const PATIENCE: Patience = { timeoutMs: 10_000, maxWaitMs: 60_000, pauseMs: 1000 };
const ATTEMPTS = 4;

/**
 * A client that goes by the proxy of the environment, gives up on slow answers, waits when GitHub asks for it and sends
 * again what failed on the way, as long as it cannot be done twice by that.
 * @param apiUrl `GITHUB_API_URL`
 */
export async function createGithubClient(
  { token, apiUrl }: { readonly token: string; readonly apiUrl: string },
  patience: Partial<Patience> = {},
): Promise<GithubClient> {
  // A megabyte that only runs with a token need. It reads the environment when it is loaded.
  const { getOctokit: connect } = await import('@actions/github');
  const client = connect(token, { baseUrl: apiUrl, log: SILENT });
  const limits = { ...PATIENCE, ...patience };
  client.hook.wrap('request', async (request, options) => {
    for (let attempt = 1; ; attempt++) {
      try {
        // Octokit's hooks share one object; what is passed on is not looked at.
        options.request = { ...options.request, signal: AbortSignal.timeout(limits.timeoutMs) };
        return await request(options);
      } catch (cause) {
        const pauseMs = pauseAfter(cause, { attempt, isRepeatable: options.method !== 'POST', ...limits });
        if (pauseMs === undefined || attempt === ATTEMPTS) throw cause;
        await sleep(pauseMs);
      }
    }
  });
  return client;
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** What GitHub's errors carry; a request that got no answer has status 500 and no response. */
export interface GithubError {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> };
}

/** Is this an answer of GitHub's, or of the network on the way to it? */
export function isGithubError(cause: unknown): cause is Error & GithubError {
  return cause instanceof Error && 'status' in cause && typeof cause.status === 'number';
}

/**
 * How long to wait before the request is sent again; undefined when that would not help, or might do a thing twice.
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function pauseAfter(
  cause: unknown,
  { attempt, isRepeatable, maxWaitMs, pauseMs }: Patience & { attempt: number; isRepeatable: boolean },
): number | undefined {
  if (!isGithubError(cause)) return undefined;
  const { status, response } = cause;
  const backOffMs = pauseMs * 2 ** (attempt - 1);
  if (isRateLimit(cause)) {
    const seconds = Number(response?.headers['retry-after']);
    const waitMs = Number.isFinite(seconds) ? seconds * 1000 : backOffMs;
    return waitMs <= maxWaitMs ? waitMs : undefined;
  }
  return status >= 500 && isRepeatable ? backOffMs : undefined;
}

/** A request that was refused for their number alone. The primary limit, which lasts up to an hour, has no Retry-After. */
export function isRateLimit({ status, message, response }: GithubError): boolean {
  if (status === 429) return true;
  return status === 403 && (response?.headers['retry-after'] !== undefined || /rate limit/i.test(message));
}
