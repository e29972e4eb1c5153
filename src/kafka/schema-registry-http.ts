import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { ConnectionOptions } from 'node:tls';
import { describeError, RunError } from '../base/errors.ts';
import type { Json } from '../model/json.ts';

/** How to reach a schema registry. */
export interface RegistryAccess {
  /** With the path, if it has one: `http://localhost:8080/apis/ccompat/v7`. */
  readonly url: string;
  readonly auth?:
    | { readonly basic: { readonly username: string; readonly password: string } }
    | { readonly bearer: string }
    | undefined;
  /** Of an https url. */
  readonly tls?: Pick<ConnectionOptions, 'secureContext' | 'rejectUnauthorized'> | undefined;
  /** Of one request; default 10 s. */
  readonly timeoutMs?: number | undefined;
}

/** A registry's answer: a parsed body, whatever the status. */
export interface RegistryAnswer {
  readonly status: number;
  readonly body: unknown;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const MEDIA_TYPE = 'application/vnd.schemaregistry.v1+json';

/**
 * One request to a registry's REST API. `path` begins with a slash.
 * @throws RunError SCHEMA_REGISTRY_UNREACHABLE, SCHEMA_REGISTRY_DENIED; the signal's reason when it is aborted
 */
export async function askRegistry(
  access: RegistryAccess,
  { path, body, signal }: { readonly path: string; readonly body?: Json; readonly signal: AbortSignal },
): Promise<RegistryAnswer> {
  const url = `${access.url.replace(/\/+$/, '')}${path}`;
  const limit = AbortSignal.timeout(access.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    const { status, text } = await send(url, { access, body, signal: AbortSignal.any([signal, limit]) });
    if (status === 401 || status === 403) throw denied(access, status);
    return { status, body: parseBody(text, access) };
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof RunError) throw cause;
    const why = limit.aborted ? 'it did not answer in time' : reasonOf(cause);
    throw new RunError(
      'SCHEMA_REGISTRY_UNREACHABLE',
      `the schema registry at ${access.url} cannot be reached: ${why}`,
      { hint: hintFor(cause), cause },
    );
  }
}

/** What Node says of a failed connection, and what to do. */
const HINTS: readonly { readonly pattern: RegExp; readonly hint: string }[] = [
  {
    pattern: /SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_UNTRUSTED/,
    hint: 'set schemaRegistry.tls.ca to the file of the authority that signed its certificate',
  },
  {
    pattern: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/,
    hint: 'renew its certificate, or check the clock of this machine',
  },
  { pattern: /ALTNAME_INVALID/, hint: 'put a name that its certificate lists into schemaRegistry.url' },
  {
    pattern: /ALERT_(CERTIFICATE|BAD_CERTIFICATE|HANDSHAKE|UNKNOWN_CA)/,
    hint: 'set schemaRegistry.tls.cert and schemaRegistry.tls.key to a certificate that it trusts',
  },
  { pattern: /wrong version number/, hint: 'it does not speak TLS: write http:// in schemaRegistry.url' },
  { pattern: /ECONNRESET|HPE_/, hint: 'if it speaks TLS, write https:// in schemaRegistry.url' },
  { pattern: /ENOTFOUND|EAI_AGAIN/, hint: 'correct the host in schemaRegistry.url' },
];

function hintFor(cause: unknown): string {
  const { code = '' } = cause as { readonly code?: string };
  const known = HINTS.find(({ pattern }) => pattern.test(code) || pattern.test(reasonOf(cause)));
  return known?.hint ?? 'check "schemaRegistry" in flowproof.yaml, and that the registry runs';
}

/** OpenSSL puts what it says between numbers and names of files. */
function reasonOf(cause: unknown): string {
  const { reason } = cause as { readonly reason?: unknown };
  return typeof reason === 'string' ? reason : describeError(cause);
}

function send(
  url: string,
  { access, body, signal }: { access: RegistryAccess; body: Json | undefined; signal: AbortSignal },
): Promise<{ status: number; text: string }> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const options = {
    method: sent ? 'POST' : 'GET',
    headers: {
      accept: `${MEDIA_TYPE}, application/json`,
      ...(sent ? { 'content-type': MEDIA_TYPE, 'content-length': sent.length } : {}),
      ...authorization(access),
    },
    ...access.tls,
    signal,
  };
  request(url, options, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
    );
  })
    .on('error', reject)
    .end(sent);
  return promise;
}

function authorization({ auth }: RegistryAccess): Record<string, string> {
  if (!auth) return {};
  if ('bearer' in auth) return { authorization: `Bearer ${auth.bearer}` };
  const { username, password } = auth.basic;
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

function denied({ url, auth }: RegistryAccess, status: number): RunError {
  return new RunError('SCHEMA_REGISTRY_DENIED', `the schema registry at ${url} refuses access (${status})`, {
    hint: auth
      ? 'check "schemaRegistry.auth" in flowproof.yaml'
      : 'add "schemaRegistry.auth" with "basic" or "bearer" to flowproof.yaml',
  });
}

function parseBody(text: string, { url }: RegistryAccess): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RunError('SCHEMA_REGISTRY_REFUSED', `what answers at ${url} is no schema registry: not JSON`, {
      hint: 'check the port and the path of "schemaRegistry.url"',
      cause,
    });
  }
}
