import { connect, type Socket } from 'node:net';
import type { TypedApi } from '../../src/broker/apis/define-api.ts';
import type { DraftOf, Fields, ValueOf } from '../../src/broker/wire/field.ts';
import { decodeResponse, encodeRequest } from './broker-frames.ts';

/** A connection to any broker that speaks the messages of the embedded broker's tables. */
export class WireConnection implements AsyncDisposable {
  readonly #socket: Socket;
  readonly #waiting: { resolve: (frame: Buffer) => void; reject: (cause: Error) => void }[] = [];
  #received: Buffer = Buffer.alloc(0);
  #correlationId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('close', () => this.#fail(new Error('the broker closed the connection')));
    socket.on('error', (cause) => this.#fail(cause));
  }

  /** `bootstrap` is host:port. */
  static async open(bootstrap: string): Promise<WireConnection> {
    const [host, port] = bootstrap.split(':');
    const socket = connect({ host: host ?? '', port: Number(port), noDelay: true });
    await new Promise((connected, fail) => socket.once('connect', connected).once('error', fail));
    return new WireConnection(socket);
  }

  /** Sends a request and reads the answer; answers come in the order of requests. */
  async ask<Q extends Fields, R extends Fields>(
    api: TypedApi<Q, R>,
    version: number,
    request: DraftOf<Q>,
  ): Promise<ValueOf<R>> {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    this.#waiting.push({ resolve, reject });
    const correlationId = ++this.#correlationId;
    const frame = encodeRequest(api, { version, correlationId, clientId: 'differential', request });
    const size = Buffer.alloc(4);
    size.writeInt32BE(frame.length);
    this.#socket.write(Buffer.concat([size, frame]));
    const timer = setTimeout(() => reject(new Error(`no answer to ${api.key} v${version} in 30 s`)), 30_000);
    try {
      return decodeResponse(api, version, await promise);
    } finally {
      clearTimeout(timer);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#waiting.length = 0;
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    while (this.#received.length >= 4) {
      const end = 4 + this.#received.readInt32BE(0);
      if (this.#received.length < end) return;
      this.#waiting.shift()?.resolve(this.#received.subarray(0, end));
      this.#received = this.#received.subarray(end);
    }
  }

  #fail(cause: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(cause);
  }
}
