import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseOtlpJson } from './otlp-json.ts';
import { parseOtlpProtobuf } from './otlp-protobuf.ts';
import { BadExport, type Span } from './span.ts';

export interface TraceReceiverOptions {
  /** Called for every span, as it comes in. */
  readonly onSpan: (span: Span) => void;
  /** Default 127.0.0.1; containers need one that they can reach. */
  readonly host?: string | undefined;
  /** Default a free one. */
  readonly port?: number | undefined;
}

/** A running receiver. Disposing closes it and every connection to it. */
export interface TraceReceiver extends AsyncDisposable {
  /** `http://host:port`, what `OTEL_EXPORTER_OTLP_ENDPOINT` wants. */
  readonly url: string;
}

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const HTTP = { ok: 200, badRequest: 400, notFound: 404, tooLarge: 413, unsupported: 415 } as const;
const unzip = promisify(gunzip);

/**
 * Starts an OTLP/HTTP endpoint for traces: `POST /v1/traces`, binary or JSON, plain or gzip. Metrics and logs are
 * accepted and dropped, so that an exporter of all three does not complain.
 * @see https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export async function startTraceReceiver({
  onSpan,
  host = '127.0.0.1',
  port = 0,
}: TraceReceiverOptions): Promise<TraceReceiver> {
  const server = createServer((request, response) => {
    handle(request, onSpan).then(
      (type) => answer(response, HTTP.ok, { type, body: type === JSON_TYPE ? '{}' : '' }),
      (cause) => answer(response, statusOf(cause), { type: 'text/plain', body: messageOf(cause) }),
    );
  });
  await listen(server, port, host);
  const { port: bound } = server.address() as AddressInfo; // a listening TCP server has one
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const JSON_TYPE = 'application/json';
const PROTOBUF_TYPE = 'application/x-protobuf';

/** Reads one export and gives the content type of the answer. */
async function handle(request: IncomingMessage, onSpan: (span: Span) => void): Promise<string> {
  const path = request.url?.split('?')[0];
  if (request.method !== 'POST' || !/^\/v1\/(traces|metrics|logs)$/.test(path ?? '')) {
    throw new Refusal(HTTP.notFound, 'only POST /v1/traces is here');
  }
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== JSON_TYPE && type !== PROTOBUF_TYPE) {
    throw new Refusal(HTTP.unsupported, `content type must be ${PROTOBUF_TYPE} or ${JSON_TYPE}`);
  }
  const bytes = await readBody(request);
  if (path === '/v1/traces') {
    const spans = type === JSON_TYPE ? parseOtlpJson(bytes.toString('utf8')) : parseOtlpProtobuf(bytes);
    for (const span of spans) onSpan(span);
  }
  return type;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  // What is not read is left alone, so that the answer still reaches the client.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_BODY_BYTES) throw new Refusal(HTTP.tooLarge, 'the export is larger than 16 MiB');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (request.headers['content-encoding'] !== 'gzip') return body;
  try {
    return await unzip(body, { maxOutputLength: MAX_BODY_BYTES });
  } catch (cause) {
    throw new BadExport('the body is not gzip, or larger than 16 MiB', { cause });
  }
}

/** A request that is answered with a status of its own. */
class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function statusOf(cause: unknown): number {
  return cause instanceof Refusal ? cause.status : HTTP.badRequest;
}

function messageOf(cause: unknown): string {
  return cause instanceof Refusal || cause instanceof BadExport
    ? cause.message
    : 'the export could not be read';
}

function answer(
  response: ServerResponse,
  status: number,
  { type, body }: { readonly type: string; readonly body: string },
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}
