import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { describeError, RunError } from '../../base/errors.ts';

/** One request, all of it known. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  /** Of the whole exchange. */
  readonly timeoutMs: number;
  readonly followRedirects: boolean;
  readonly tls?:
    | {
        readonly rejectUnauthorized?: boolean;
        readonly ca?: Buffer | undefined;
        readonly cert?: Buffer | undefined;
        readonly key?: Buffer | undefined;
      }
    | undefined;
}

/** An answer whose body is yet to be read, decompressed. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

const MOST_REDIRECTS = 10;

/**
 * Sends a request and resolves with the head of its answer; redirects are followed when asked for, as browsers do it.
 * @throws RunError HTTP_FAILED when nobody answers; the signal's reason
 */
export async function sendRequest(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const limit = AbortSignal.timeout(Math.max(1, Math.ceil(request.timeoutMs)));
  let current = request;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await exchange(current, { signal, limit });
    const next = request.followRedirects ? redirectOf(current, answer) : undefined;
    if (!next) return answer;
    answer.body.resume();
    current = next;
  }
  throw new RunError(
    'HTTP_FAILED',
    `${request.method} ${request.url} was redirected more than ${MOST_REDIRECTS} times`,
  );
}

async function exchange(
  { method, url, headers, body, tls, timeoutMs }: HttpRequest,
  { signal, limit }: { readonly signal: AbortSignal; readonly limit: AbortSignal },
): Promise<HttpAnswer> {
  const send = url.startsWith('https:') ? requestHttps : requestHttp;
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(url, {
        method,
        headers,
        ...tls,
        signal: AbortSignal.any([signal, limit]),
        agent: false,
      });
      request.on('response', resolve).on('error', reject);
      request.end(body);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: decompress(answer, method) };
  } catch (cause) {
    signal.throwIfAborted();
    const why = limit.aborted ? `no answer within ${timeoutMs} ms` : describeCause(cause);
    throw new RunError('HTTP_FAILED', `${method} ${url} failed: ${why}`, { cause });
  }
}

/** Of an AggregateError (one for each address of a name) the first. */
function describeCause(cause: unknown): string {
  if (cause instanceof AggregateError) return describeError(cause.errors[0]);
  return describeError(cause);
}

function decompress(answer: IncomingMessage, method: string): Readable {
  const decoder = DECODERS[String(answer.headers['content-encoding'] ?? '').toLowerCase()];
  if (!decoder || method === 'HEAD' || answer.statusCode === 204) return answer;
  const decoded = decoder();
  pipeline(answer, decoded, () => undefined); // whoever reads the body gets the error
  return decoded;
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The request that a redirect asks for; https://fetch.spec.whatwg.org/#http-redirect-fetch */
function redirectOf(request: HttpRequest, { status, headers }: HttpAnswer): HttpRequest | undefined {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const url = new URL(location, request.url);
  const becomesGet = status === 303 ? request.method !== 'HEAD' : request.method === 'POST' && status < 303;
  const isElsewhere = url.origin !== new URL(request.url).origin;
  const dropped = new Set([
    ...(becomesGet ? ['content-type', 'content-length'] : []),
    ...(isElsewhere ? ['authorization', 'cookie'] : []),
  ]);
  const kept = Object.entries(request.headers).filter(([name]) => !dropped.has(name));
  return {
    ...request,
    url: url.href,
    headers: Object.fromEntries(kept),
    ...(becomesGet ? { method: 'GET', body: undefined } : {}),
  };
}
