import { sleep } from '../base/clock.ts';
import type { Api } from './apis/define-api.ts';
import { apis } from './apis/index.ts';
import type { Peer, RequestContext } from './apis/request-context.ts';
import type { Broker } from './broker.ts';
import { errorCodes } from './error-codes.ts';
import type { Authentication } from './sasl/authentication.ts';
import { Reader } from './wire/reader.ts';
import { readClientId, readRequestHeader } from './wire/request-header.ts';
import { WireError } from './wire/wire-error.ts';
import { Writer } from './wire/writer.ts';

/** The frame of a response in pieces; `undefined`: there is no answer. */
export type Reply = readonly Buffer[] | undefined;

/** From a request's frame to that of its response, for all connections of a broker. */
export class Dispatcher {
  readonly #broker: Broker;
  readonly #apis: ReadonlyMap<number, Api>;
  readonly #list: readonly Api[] = Object.values(apis);

  constructor(broker: Broker) {
    this.#broker = broker;
    this.#apis = new Map(this.#list.map((api) => [api.key, api]));
  }

  /**
   * Answers a request; at once, unless it has to wait.
   * @throws WireError for bytes that are no request, and for APIs and versions that are not served: Kafka closes the
   *   connection then, all but for ApiVersions
   */
  dispatch(frame: Buffer, peer: Peer): Reply | Promise<Reply> {
    if (peer.authentication.awaitsBareMessage) return answerBareMessage(frame, peer.authentication);
    const reader = new Reader(frame);
    const { apiKey, apiVersion: version, correlationId } = readRequestHeader(reader);
    const api = this.#apis.get(apiKey);
    if (!api) throw new WireError(`no API with the key ${apiKey} is served`);
    if (version < api.versions[0] || version > api.versions[1]) {
      if (apiKey !== apis.apiVersions.key)
        throw new WireError(`API ${apiKey} is not served in version ${version}`);
      return writeResponse(api, 0, correlationId, unsupportedVersion(api));
    }
    if (!peer.authentication.isDone && !BEFORE_AUTHENTICATION.has(api))
      throw new WireError(`API ${apiKey} was asked for before authentication`);
    const clientId = readClientId(reader, api.isFlexible(version));
    const request = api.requestCodec(version).read(reader);
    const context: RequestContext = {
      broker: this.#broker,
      apis: this.#list,
      version,
      clientId,
      clientHost: peer.clientHost,
      brokerAddress: peer.brokerAddress,
      signal: peer.signal,
      authentication: peer.authentication,
      closeConnection: (when) => peer.closeConnection(when),
    };
    const response = this.#handle(api, request, context);
    const reply = (draft: unknown): Reply =>
      draft === undefined ? undefined : writeResponse(api, version, correlationId, draft);
    return response instanceof Promise ? response.then(reply) : reply(response);
  }

  #handle(api: Api, request: unknown, context: RequestContext): unknown {
    const { faults, clock } = this.#broker;
    const errorCode = faults.takeFailure(api.key);
    if (errorCode !== undefined) return api.refuse(request, errorCode, context);
    const { fetchDelayMs } = faults;
    if (api !== apis.fetch || fetchDelayMs === 0) return api.handle(request, context);
    return sleep(clock, fetchDelayMs, context.signal).then(() => api.handle(request, context));
  }
}

const BEFORE_AUTHENTICATION: ReadonlySet<Api> = new Set([
  apis.apiVersions,
  apis.saslHandshake,
  apis.saslAuthenticate,
]);

/** A message of an exchange that SaslHandshake v0 began; to a refusal, the answer is the end of the connection. */
function answerBareMessage(message: Buffer, authentication: Authentication): Reply {
  const step = authentication.next(message);
  if (!step || step === 'refused' || !('answer' in step)) throw new WireError('an authentication is refused');
  const size = Buffer.alloc(SIZE_BYTES);
  size.writeInt32BE(step.answer.length);
  return [size, step.answer];
}

/** KIP-511: a client that is newer than the broker learns which versions of ApiVersions it can use. */
function unsupportedVersion({ key, versions: [minVersion, maxVersion] }: Api) {
  return {
    errorCode: errorCodes.UNSUPPORTED_VERSION,
    apiKeys: [{ apiKey: key, minVersion, maxVersion }],
  };
}

const SIZE_BYTES = 4;

function writeResponse(api: Api, version: number, correlationId: number, draft: unknown): readonly Buffer[] {
  const writer = new Writer();
  writer.int32(0);
  writer.int32(correlationId);
  if (api.isFlexible(version) && !api.plainResponseHeader) writer.uvarint(0);
  api.responseCodec(version).write(writer, draft as never); // the handler's type is that of the table
  const sizeBytes = writer.length - SIZE_BYTES;
  const pieces = writer.finish();
  pieces[0]?.writeInt32BE(sizeBytes);
  return pieces;
}
