import { readFile } from 'node:fs/promises';
import { sleep } from '../base/clock.ts';
import { renderDuration, roundMs } from '../base/duration.ts';
import { RunError } from '../base/errors.ts';
import { renderText, resolve } from '../expr/resolve.ts';
import { type Json, type JsonObject, renderJson } from '../model/json.ts';
import { judge } from './condition/judge.ts';
import { defineTask, type TaskContext, type TaskOutcome } from './define-task.ts';
import { expectError } from './expected-error.ts';
import { readResponse } from './http/read-response.ts';
import type { HttpRequest } from './http/send-request.ts';
import { type HttpSpec, httpSpec } from './http/spec.ts';
import { resolveFile } from './scenario-files.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_RETRY = { every: 500, for: 10_000 };

/** `http` (language.md §5): sends a request; `.response` is its answer. */
export const http = defineTask({
  kind: 'http',
  summary: 'sends an HTTP request; checks see its .response',
  examples: [{ method: 'POST', url: 'http://localhost:8080/orders', body: { json: { id: 42 } } }],
  emits: 'response',
  spec: httpSpec,
  files: ({ body, tls }) =>
    [
      { file: body?.file, path: ['body', 'file'] },
      ...(['ca', 'cert', 'key'] as const).map((name) => ({ file: tls?.[name], path: ['tls', name] })),
    ].flatMap(({ file, path }) => (typeof file === 'string' ? [{ file, path }] : [])),
  async run(given, context) {
    const { expect, retry } = given;
    const act = (): Promise<TaskOutcome> => (retry ? ask(given, retry, context) : sendOnce(given, context));
    return expect ? expectError(expect.error, { kind: 'http', context, act }) : act();
  },
});

async function sendOnce(given: HttpSpec, context: TaskContext): Promise<TaskOutcome> {
  const response = await exchange(given, context);
  await context.publish([{ what: 'response', value: response, atMs: context.clock.nowMs() }]);
  return {};
}

/** Asks again until the answer is as wanted, or time is over: then that is the system's fault. */
async function ask(
  given: HttpSpec,
  retry: NonNullable<HttpSpec['retry']>,
  context: TaskContext,
): Promise<TaskOutcome> {
  const { clock, jq, signal } = context;
  const times = await resolve({ every: retry.every, for: retry.for }, () => context.expressionContext(), jq);
  const { every = DEFAULT_RETRY.every, for: lasting = DEFAULT_RETRY.for } = times;
  const untilMs = clock.nowMs() + lasting;
  for (let index = 0; ; index++) {
    const tried = await tryOnce(given, { retry, index, context });
    if (tried.why === undefined && tried.response) {
      await context.publish([{ what: 'response', value: tried.response, atMs: clock.nowMs() }]);
      return {};
    }
    if (clock.nowMs() + every > untilMs) {
      if (tried.response)
        await context.publish([{ what: 'response', value: tried.response, atMs: clock.nowMs() }]);
      return {
        failure: {
          message: `retry.until was not met within ${renderDuration(lasting)}, after ${index + 1} request${index === 0 ? '' : 's'}: ${tried.why}`,
          span: context.spanOf(['http', 'retry', 'until']),
        },
        allowsNone: true,
      };
    }
    await sleep(clock, every, signal);
  }
}

/** One request and what keeps its answer from being taken; a refused connection is no answer yet. */
async function tryOnce(
  given: HttpSpec,
  {
    retry,
    index,
    context,
  }: {
    readonly retry: NonNullable<HttpSpec['retry']>;
    readonly index: number;
    readonly context: TaskContext;
  },
): Promise<{ readonly response?: JsonObject; readonly why?: string | undefined }> {
  try {
    const response = await exchange(given, context);
    const contexts = context.expressionContexts([{ response, index }]);
    for (const condition of retry.until) {
      const [judgement] = await judge(condition, contexts, context);
      if (!judgement?.passed)
        return { response, why: `${condition.name}: ${judgement?.message ?? 'it does not hold'}` };
    }
    return { response };
  } catch (cause) {
    if (!(cause instanceof RunError) || cause.code !== 'HTTP_FAILED') throw cause;
    return { why: cause.message };
  }
}

async function exchange(given: HttpSpec, context: TaskContext): Promise<JsonObject> {
  const { clock } = context;
  const request = await prepare(given, context);
  const startedAtMs = clock.nowMs();
  const { sendRequest } = await import('./http/send-request.ts'); // with all of node:http, which few runs need
  const response = await readResponse(await sendRequest(request, context.signal), request);
  return { ...response, durationMs: roundMs(clock.nowMs() - startedAtMs) };
}

/** The request of a spec, its templates evaluated. */
async function prepare(given: HttpSpec, context: TaskContext): Promise<HttpRequest> {
  const { retry: _retry, ...own } = given;
  const evaluated = await resolve(own, () => context.expressionContext(), context.jq);
  const { url, query = {}, headers = {}, auth, tls, timeout, followRedirects, method } = evaluated;
  const body = await bodyOf(evaluated.body as WrittenBody | undefined, context);
  const written = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), renderText(value as Json)] as const,
  ); // freeform() let nothing else in
  const readPem = async (file: string | undefined): Promise<Buffer | undefined> =>
    file === undefined ? undefined : readFile(resolveFile(file, context.files));
  return {
    method: method ?? (body ? 'POST' : 'GET'),
    url: addQuery(url, query as JsonObject),
    headers: {
      'user-agent': 'flowproof',
      accept: '*/*',
      'accept-encoding': 'gzip, deflate, br',
      ...(body ? { 'content-type': body.type, 'content-length': String(body.bytes.length) } : {}),
      ...authHeader(auth),
      ...Object.fromEntries(written),
    },
    body: body?.bytes,
    timeoutMs: timeout ?? DEFAULT_TIMEOUT_MS,
    followRedirects: followRedirects ?? true,
    tls: tls && {
      rejectUnauthorized: tls.skipVerify !== true,
      ca: await readPem(tls.ca),
      cert: await readPem(tls.cert),
      key: await readPem(tls.key),
    },
  };
}

type WrittenBody = Readonly<Record<'json' | 'text' | 'form' | 'html' | 'xml', Json | undefined>> & {
  readonly file?: string;
};

const TEXT_TYPES = { text: 'text/plain', html: 'text/html', xml: 'application/xml' } as const;

async function bodyOf(
  body: WrittenBody | undefined,
  context: TaskContext,
): Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined> {
  if (!body) return undefined;
  if (body.file !== undefined)
    return { type: 'application/octet-stream', bytes: await readFile(resolveFile(body.file, context.files)) };
  if (body.json !== undefined) return { type: 'application/json', bytes: Buffer.from(renderJson(body.json)) };
  if (body.form !== undefined) {
    const fields = new URLSearchParams(pairsOf(body.form as JsonObject));
    return { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(fields.toString()) };
  }
  const kind = (['text', 'html', 'xml'] as const).find((one) => body[one] !== undefined) ?? 'text';
  return { type: `${TEXT_TYPES[kind]}; charset=utf-8`, bytes: Buffer.from(renderText(body[kind] ?? '')) };
}

function addQuery(url: string, query: JsonObject): string {
  const whole = new URL(url);
  for (const [name, value] of pairsOf(query)) whole.searchParams.append(name, value);
  return whole.href;
}

/** A list gives its name several times. */
function pairsOf(fields: JsonObject): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
    return values.map((one): [string, string] => [name, renderText(one)]);
  });
}

interface WrittenAuth {
  readonly basic?: { readonly username: string; readonly password: string } | undefined;
  readonly bearer?: string | undefined;
  readonly header?: { readonly name: string; readonly value: string } | undefined;
}

function authHeader({ basic, bearer, header }: WrittenAuth = {}): Readonly<Record<string, string>> {
  if (bearer !== undefined) return { authorization: `Bearer ${bearer}` };
  if (header) return { [header.name.toLowerCase()]: header.value };
  if (!basic) return {};
  const pair = Buffer.from(`${basic.username}:${basic.password}`);
  return { authorization: `Basic ${pair.toString('base64')}` };
}
