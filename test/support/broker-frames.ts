import type { TypedApi } from '../../src/broker/apis/define-api.ts';
import type { DraftOf, Fields, ValueOf } from '../../src/broker/wire/field.ts';
import { Reader } from '../../src/broker/wire/reader.ts';
import { Writer } from '../../src/broker/wire/writer.ts';

/** What a request is sent as. */
export interface RequestFrame<Q extends Fields> {
  readonly version: number;
  readonly correlationId: number;
  readonly clientId: string;
  readonly request: DraftOf<Q>;
}

/** The frame of a request, without the size that stands before it on a socket. */
export function encodeRequest<Q extends Fields, R extends Fields>(
  api: TypedApi<Q, R>,
  { version, correlationId, clientId, request }: RequestFrame<Q>,
): Buffer {
  const writer = new Writer();
  writer.int16(api.key);
  writer.int16(version);
  writer.int32(correlationId);
  writer.int16(Buffer.byteLength(clientId));
  writer.utf8(clientId, Buffer.byteLength(clientId));
  if (api.isFlexible(version)) writer.uvarint(0);
  api.requestCodec(version).write(writer, request);
  return Buffer.concat(writer.finish());
}

/** The answer in a frame that starts with its size, all of whose bytes must be read. */
export function decodeResponse<Q extends Fields, R extends Fields>(
  api: TypedApi<Q, R>,
  version: number,
  frame: Buffer,
): ValueOf<R> {
  const reader = new Reader(frame);
  reader.int32();
  reader.int32();
  if (api.isFlexible(version) && !api.plainResponseHeader) reader.uvarint();
  const answer = api.responseCodec(version).read(reader);
  if (reader.remaining > 0) throw new RangeError(`${reader.remaining} bytes of the answer are left over`);
  return answer;
}
