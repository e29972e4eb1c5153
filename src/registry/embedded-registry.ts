import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RunError } from '../base/errors.ts';
import { type FoundRoute, findRoute } from './find-route.ts';
import { Registry } from './registry.ts';
import { RegistryError, refusals } from './registry-error.ts';
import { Verbatim } from './routes/subjects.ts';

/** Where the registry listens. */
export interface EmbeddedRegistryOptions {
  /** Default 127.0.0.1. */
  readonly host?: string | undefined;
  /** Default a free one. */
  readonly port?: number | undefined;
}

const MEDIA_TYPE = 'application/vnd.schemaregistry.v1+json';
const LARGEST_BODY_BYTES = 10 * 1024 * 1024;

/** A schema registry with Confluent's REST API, in memory. Dispose it to free its port. */
export class EmbeddedRegistry implements AsyncDisposable {
  readonly host: string;
  readonly port: number;
  readonly #server: Server;

  private constructor(server: Server, host: string) {
    this.#server = server;
    this.host = host;
    this.port = (server.address() as AddressInfo).port; // it listens on TCP
  }

  /** @throws RunError SCHEMA_REGISTRY_PORT_TAKEN */
  static async start({
    host = '127.0.0.1',
    port = 0,
  }: EmbeddedRegistryOptions = {}): Promise<EmbeddedRegistry> {
    const registry = new Registry();
    const server = createServer((request, response) => void answer(registry, request, response));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portTaken({ host, port, cause })));
    server.listen(port, host, resolve);
    await promise;
    return new EmbeddedRegistry(server, host);
  }

  get url(): string {
    return `http://${this.host.includes(':') ? `[${this.host}]` : this.host}:${this.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }
}

function portTaken({
  host,
  port,
  cause,
}: {
  host: string;
  port: number;
  cause: NodeJS.ErrnoException;
}): RunError {
  if (cause.code !== 'EADDRINUSE')
    return new RunError(
      'SCHEMA_REGISTRY_UNREACHABLE',
      `the schema registry cannot listen on ${host}:${port}: ${cause.message}`,
      { cause },
    );
  return new RunError('SCHEMA_REGISTRY_PORT_TAKEN', `port ${port} for the schema registry is taken`, {
    hint: 'stop what listens there, or leave the port out to get a free one',
    cause,
  });
}

/** Never rejects: whatever goes wrong becomes an answer. */
async function answer(registry: Registry, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://registry');
    const found = findRoute(request.method ?? 'GET', url.pathname);
    send(response, 200, await run(found, { registry, request, query: url.searchParams }));
  } catch (cause) {
    const { status, code, message } =
      cause instanceof RegistryError
        ? cause
        : { status: 500, code: 50001, message: `Error in the schema registry: ${String(cause)}` };
    send(response, status, { error_code: code, message });
  }
}

async function run(
  { route, params, context }: FoundRoute,
  { registry, request, query }: { registry: Registry; request: IncomingMessage; query: URLSearchParams },
): Promise<unknown> {
  const body = request.method === 'POST' || request.method === 'PUT' ? await readBody(request) : undefined;
  return await route.answer({ registry, params, query, body, context });
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > LARGEST_BODY_BYTES) throw refusals.tooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw refusals.badRequest('Unrecognized JSON in the request');
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(body instanceof Verbatim ? body.text : JSON.stringify(body));
  response.writeHead(status, { 'content-type': MEDIA_TYPE, 'content-length': bytes.length }).end(bytes);
}
