import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { decompressLz4 } from './lz4.ts';
import { decompressSnappy } from './snappy.ts';
import { WireError } from './wire-error.ts';

/** Records that claim to be larger than this when decompressed are refused: they would only take memory. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

const codecs: readonly ((bytes: Buffer) => Buffer)[] = [
  (bytes) => bytes,
  (bytes) => gunzipSync(bytes, { maxOutputLength: MAX_OUTPUT_BYTES }),
  (bytes) => decompressSnappy(bytes, MAX_OUTPUT_BYTES),
  (bytes) => decompressLz4(bytes, MAX_OUTPUT_BYTES),
  (bytes) => zstdDecompressSync(bytes, { maxOutputLength: MAX_OUTPUT_BYTES }),
];

/**
 * Decompresses the records of a batch. The broker only does so to look into them; it stores what it was sent.
 * @throws WireError when the bytes are not of this codec
 */
export function decompress(codec: number, bytes: Buffer): Buffer {
  const decode = codecs[codec];
  if (!decode) throw new WireError(`no compression has the number ${codec}`);
  try {
    return decode(bytes);
  } catch (cause) {
    throw new WireError('the records cannot be decompressed', { cause });
  }
}
