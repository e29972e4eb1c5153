import type { TypedApi } from '../../src/broker/apis/define-api.ts';
import type { Peer } from '../../src/broker/apis/request-context.ts';
import type { Broker } from '../../src/broker/broker.ts';
import { Dispatcher } from '../../src/broker/dispatcher.ts';
import { Authentication, type SaslSetup } from '../../src/broker/sasl/authentication.ts';
import type { DraftOf, Fields, ValueOf } from '../../src/broker/wire/field.ts';
import { decodeResponse, encodeRequest } from './broker-frames.ts';

/** Speaks to a broker in this process as a client would, frame by frame, without sockets. */
export class BrokerClient {
  readonly #dispatcher: Dispatcher;
  readonly #closing = new AbortController();
  readonly #peer: Peer;
  readonly #clientId: string;

  /** Without a `sasl` setup, it need not authenticate. */
  constructor(broker: Broker, clientId = 'test', sasl?: SaslSetup) {
    this.#dispatcher = new Dispatcher(broker);
    this.#clientId = clientId;
    this.#peer = {
      clientHost: '/127.0.0.1',
      brokerAddress: { host: 'localhost', port: 1 },
      signal: this.#closing.signal,
      authentication: new Authentication(broker.clock, sasl),
      closeConnection: () => this.#closing.abort(),
    };
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
    const frame = encodeRequest(api, { version, correlationId: 1, clientId: this.#clientId, request });
    const reply = await this.#dispatcher.dispatch(frame, this.#peer);
    return reply && decodeResponse(api, version, Buffer.concat(reply));
  }
  /** Sends a frame that is no request, and reads what comes back, with its size. */
  async send(frame: Buffer): Promise<Buffer | undefined> {
    const reply = await this.#dispatcher.dispatch(frame, this.#peer);
    return reply && Buffer.concat(reply);
  }
}
