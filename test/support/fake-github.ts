import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A comment as the server keeps it. */
export interface StoredComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
  readonly html_url: string;
}

/** A check run as the server keeps it. */
export interface StoredCheckRun {
  readonly id: number;
  readonly request: Readonly<Record<string, unknown>>;
  readonly annotations: Readonly<Record<string, unknown>>[];
}

/** One answer that is not the right one: given once to the next request that fits. */
export interface Fault {
  readonly method?: string;
  readonly path?: RegExp;
  /** No status: the connection is cut. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** The answer comes that late. */
  readonly delayMs?: number;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: Record<string, unknown>;
}

type Handler = (exchange: Exchange, ...matched: string[]) => void;

const BOT = { login: 'github-actions[bot]', type: 'Bot' };
const MAX_COMMENT = 65_536;
const MAX_ANNOTATIONS = 50;

/** GitHub's REST API as far as flowproof uses it, on a real socket: pages, limits, permissions, and faults on demand. */
export class FakeGithub implements AsyncDisposable {
  readonly comments: StoredComment[] = [];
  readonly checkRuns: StoredCheckRun[] = [];
  /** `GET pulls/{n}` and lists of them. */
  readonly pulls: { number: number; state: string; head: { sha: string; ref: string; label: string } }[] = [];
  /** By the id of a workflow run. */
  readonly artifacts = new Map<number, { id: number; name: string; zip: Buffer }[]>();
  readonly faults: Fault[] = [];
  /** Method and path of each request. */
  readonly requests: string[] = [];
  /** As the token of a pull request from a fork. */
  isReadOnly = false;
  /** Whose token it is; none: a job's, which may not ask. */
  viewer: string | undefined;
  /** The only token that is valid. */
  token = 'ghs_valid';
  /** Called before a comment is written: the moment for another job to be faster. */
  beforeWrite: () => void = () => undefined;
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  /** Artifacts are on another host, which must not see the token. */
  readonly #store = createServer((request, response) => this.#sendBlob(request, response));
  #nextId = 1;

  static async start(): Promise<FakeGithub> {
    const github = new FakeGithub();
    for (const server of [github.#server, github.#store]) {
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    }
    return github;
  }

  get url(): string {
    return urlOf(this.#server);
  }

  /** Somebody writes a comment. */
  addComment(body: string, user: StoredComment['user'] = BOT): StoredComment {
    const id = this.#nextId++;
    const comment = {
      id,
      body,
      user,
      html_url: `https://github.com/octo-org/shop/pull/7#issuecomment-${id}`,
    };
    this.comments.push(comment);
    return comment;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of [this.#server, this.#store]) {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    this.requests.push(`${request.method} ${url.pathname}`);
    const fault = this.#takeFault(request.method ?? '', url.pathname);
    if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    if (fault && fault.status === undefined && fault.delayMs === undefined)
      return void request.socket.destroy();
    if (fault?.status !== undefined) {
      return send(response, fault.status, { message: fault.message ?? 'a fault' }, fault.headers);
    }
    if (!isAuthorized(request, this.token)) return send(response, 401, { message: 'Bad credentials' });
    if (this.isReadOnly && request.method !== 'GET') {
      return send(response, 403, { message: 'Resource not accessible by integration' });
    }
    const text = Buffer.concat(chunks).toString();
    this.#route({ request, response, url, body: text === '' ? {} : JSON.parse(text) });
  }

  #takeFault(method: string, path: string): Fault | undefined {
    const at = this.faults.findIndex(
      (fault) => (fault.method ?? method) === method && (fault.path?.test(path) ?? true),
    );
    return at < 0 ? undefined : this.faults.splice(at, 1)[0];
  }

  #route(exchange: Exchange): void {
    const line = `${exchange.request.method} ${exchange.url.pathname.replace('/repos/octo-org/shop/', '')}`;
    for (const [pattern, handle] of this.#handlers) {
      const matched = pattern.exec(line);
      if (!matched) continue;
      handle(exchange, ...matched.slice(1));
      return;
    }
    send(exchange.response, 404, { message: 'Not Found' });
  }

  readonly #handlers: readonly (readonly [RegExp, Handler])[] = [
    [
      /^GET \/user$/,
      ({ response }) =>
        this.viewer === undefined
          ? send(response, 403, { message: 'Resource not accessible by integration' })
          : send(response, 200, { login: this.viewer, type: 'User' }),
    ],
    [/^GET issues\/\d+\/comments$/, (exchange) => this.#sendPage(exchange, this.comments)],
    [
      /^POST issues\/\d+\/comments$/,
      ({ response, body }) => {
        this.beforeWrite();
        if (!fits(body.body)) return refuse(response, 'Body is too long (maximum is 65536 characters)');
        const author = this.viewer === undefined ? BOT : { login: this.viewer, type: 'User' };
        send(response, 201, this.addComment(String(body.body), author));
      },
    ],
    [
      /^PATCH issues\/comments\/(\d+)$/,
      ({ response, body }, id) => {
        this.beforeWrite();
        const comment = this.comments.find((one) => one.id === Number(id));
        if (!comment) return send(response, 404, { message: 'Not Found' });
        if (!fits(body.body)) return refuse(response, 'Body is too long (maximum is 65536 characters)');
        comment.body = String(body.body);
        send(response, 200, comment);
      },
    ],
    [
      /^DELETE issues\/comments\/(\d+)$/,
      ({ response }, id) => {
        const at = this.comments.findIndex((one) => one.id === Number(id));
        if (at < 0) return send(response, 404, { message: 'Not Found' });
        this.comments.splice(at, 1);
        send(response, 204, undefined);
      },
    ],
    [
      /^POST check-runs$/,
      ({ response, body }) => {
        const annotations = annotationsOf(body);
        if (annotations.length > MAX_ANNOTATIONS) return refuse(response, 'No more than 50 annotations');
        const checkRun = { id: this.#nextId++, request: body, annotations: [...annotations] };
        this.checkRuns.push(checkRun);
        send(response, 201, { id: checkRun.id, html_url: 'https://github.com/octo-org/shop/runs/1' });
      },
    ],
    [
      /^PATCH check-runs\/(\d+)$/,
      ({ response, body }, id) => {
        const checkRun = this.checkRuns.find((one) => one.id === Number(id));
        if (!checkRun) return send(response, 404, { message: 'Not Found' });
        const annotations = annotationsOf(body);
        if (annotations.length > MAX_ANNOTATIONS) return refuse(response, 'No more than 50 annotations');
        checkRun.annotations.push(...annotations);
        send(response, 200, { id: checkRun.id });
      },
    ],
    [
      /^GET commits\/([0-9a-f]+)\/pulls$/,
      (exchange, sha) =>
        this.#sendPage(
          exchange,
          this.pulls.filter(({ head }) => head.sha === sha),
        ),
    ],
    [
      /^GET pulls$/,
      (exchange) => {
        const label = exchange.url.searchParams.get('head');
        this.#sendPage(
          exchange,
          this.pulls.filter(({ head, state }) => head.label === label && state === 'open'),
        );
      },
    ],
    [
      /^GET actions\/runs\/(\d+)\/artifacts$/,
      ({ response }, run) => {
        const artifacts = (this.artifacts.get(Number(run)) ?? []).map(({ id, name, zip }) => ({
          id,
          name,
          size_in_bytes: zip.length,
          expired: false,
        }));
        send(response, 200, { total_count: artifacts.length, artifacts });
      },
    ],
    [
      /^GET actions\/artifacts\/(\d+)\/zip$/,
      ({ response }, id) => send(response, 302, undefined, { location: `${urlOf(this.#store)}/${id}` }),
    ],
  ];

  #sendBlob(request: IncomingMessage, response: ServerResponse): void {
    const id = Number(request.url?.slice(1));
    const artifact = [...this.artifacts.values()].flat().find((one) => one.id === id);
    if (artifact && request.headers.authorization === undefined) {
      response.writeHead(200, { 'content-type': 'application/zip' }).end(artifact.zip);
    } else send(response, 400, { message: 'unexpected credentials, or no such blob' });
  }

  #sendPage({ url, response }: Exchange, all: readonly unknown[]): void {
    const perPage = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    const link: Record<string, string> = page * perPage < all.length ? { link: `<${next}>; rel="next"` } : {};
    send(response, 200, all.slice((page - 1) * perPage, page * perPage), link);
  }
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function isAuthorized({ headers }: IncomingMessage, token: string): boolean {
  return headers.authorization === `token ${token}`;
}

function fits(body: unknown): boolean {
  return typeof body === 'string' && body.length <= MAX_COMMENT;
}

function refuse(response: ServerResponse, message: string): void {
  send(response, 422, { message: `Validation Failed: ${message}` });
}

function annotationsOf(body: Record<string, unknown>): Record<string, unknown>[] {
  return (body.output as { annotations?: Record<string, unknown>[] } | undefined)?.annotations ?? [];
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
