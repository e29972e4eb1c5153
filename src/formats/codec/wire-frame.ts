import { Unfit } from './unfit.ts';

/** Confluent's wire format: a zero byte, then the schema's id, 4 bytes big-endian, then what the schema describes. */
const MAGIC = 0;
const FRAME_BYTES = 5;

export interface Framed {
  readonly schemaId: number;
  readonly payload: Uint8Array;
}

/** The two parts of framed bytes; undefined when they do not begin like the wire format. */
export function parseFrame(bytes: Uint8Array): Framed | undefined {
  if (bytes.length < FRAME_BYTES || bytes[0] !== MAGIC) return undefined;
  const schemaId = new DataView(bytes.buffer, bytes.byteOffset, FRAME_BYTES).getInt32(1);
  return schemaId < 0 ? undefined : { schemaId, payload: bytes.subarray(FRAME_BYTES) };
}

/** @throws Unfit when they do not begin like the wire format */
export function requireFrame(bytes: Uint8Array): Framed {
  const framed = parseFrame(bytes);
  if (framed) return framed;
  const why =
    bytes.length < FRAME_BYTES ? `there are ${bytes.length} bytes` : `the first byte is ${bytes[0]}`;
  throw new Unfit(`not in the Confluent wire format (a 0, then 4 bytes of schema id): ${why}`);
}

/** Puts the frame around what the schema describes. */
export function renderFrame({ schemaId, payload }: Framed): Uint8Array {
  const bytes = Buffer.alloc(FRAME_BYTES + payload.length);
  bytes.writeInt32BE(schemaId, 1);
  bytes.set(payload, FRAME_BYTES);
  return bytes;
}
