import type { Reader } from './reader.ts';
import { WireError } from './wire-error.ts';

/** What stands before every request. */
export interface RequestHeader {
  readonly apiKey: number;
  readonly apiVersion: number;
  readonly correlationId: number;
}

/** Reads the part of the header that all versions share. */
export function readRequestHeader(reader: Reader): RequestHeader {
  return { apiKey: reader.int16(), apiVersion: reader.int16(), correlationId: reader.int32() };
}

/** Reads the rest: the client's id, and in flexible versions tags, of which there are none yet. */
export function readClientId(reader: Reader, isFlexible: boolean): string {
  const length = reader.int16();
  if (length < -1) throw new WireError(`the client id has a length of ${length}`);
  const clientId = length < 0 ? '' : reader.bytes(length).toString('utf8');
  if (isFlexible)
    for (let tags = reader.uvarint(); tags > 0; tags--) {
      reader.uvarint();
      reader.bytes(reader.uvarint());
    }
  return clientId;
}
