import type { TypedApi } from '../../src/broker/apis/define-api.ts';
import type { Peer } from '../../src/broker/apis/request-context.ts';
import type { Broker } from '../../src/broker/broker.ts';
import { Dispatcher } from '../../src/broker/dispatcher.ts';
import { Authentication } from '../../src/broker/sasl/authentication.ts';
import type { DraftOf, Fields, ValueOf } from '../../src/broker/wire/field.ts';
import { Reader } from '../../src/broker/wire/reader.ts';
import { Writer } from '../../src/broker/wire/writer.ts';

/** Speaks to a broker in this process as a client would, frame by frame, without sockets. */
export class BrokerClient {
  readonly #dispatcher: Dispatcher;
  readonly #closing = new AbortController();
  readonly #peer: Peer = {
    clientHost: '/127.0.0.1',
    brokerAddress: { host: 'localhost', port: 1 },
    signal: this.#closing.signal,
    authentication: new Authentication(undefined),
    closeConnection: () => this.#closing.abort(),
  };
  readonly #clientId: string;

  constructor(broker: Broker, clientId = 'test') {
    this.#dispatcher = new Dispatcher(broker);
    this.#clientId = clientId;
  }

  /** Whether the broker closed the connection. */
  get isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Sends a request and reads the answer; `undefined`: there is none. */
  async ask<Q extends Fields, R extends Fields>(
    api: TypedApi<Q, R>,
    request: DraftOf<Q>,
    version: number = api.versions[1],
  ): Promise<ValueOf<R> | undefined> {
    const reply = await this.#dispatcher.dispatch(this.#frame(api, request, version), this.#peer);
    if (!reply) return undefined;
    const reader = new Reader(Buffer.concat(reply));
    reader.int32();
    reader.int32();
    if (api.isFlexible(version) && !api.plainResponseHeader) reader.uvarint();
    const answer = api.responseCodec(version).read(reader);
    if (reader.remaining > 0) throw new RangeError(`${reader.remaining} bytes of the answer are left over`);
    return answer;
  }

  #frame<Q extends Fields, R extends Fields>(
    api: TypedApi<Q, R>,
    request: DraftOf<Q>,
    version: number,
  ): Buffer {
    const writer = new Writer();
    writer.int16(api.key);
    writer.int16(version);
    writer.int32(1);
    writer.int16(Buffer.byteLength(this.#clientId));
    writer.utf8(this.#clientId, Buffer.byteLength(this.#clientId));
    if (api.isFlexible(version)) writer.uvarint(0);
    api.requestCodec(version).write(writer, request);
    return Buffer.concat(writer.finish());
  }
}
