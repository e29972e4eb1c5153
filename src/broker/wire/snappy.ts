import { Reader } from './reader.ts';
import { WireError } from './wire-error.ts';

/** Java's snappy streams start so: then come two versions and blocks, each after its length (xerial's SnappyOutputStream). */
const STREAM_MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);

/**
 * Decompresses snappy, in one block or in xerial's stream of blocks: clients send both.
 * https://github.com/google/snappy/blob/main/format_description.txt
 */
export function decompressSnappy(bytes: Buffer, maxBytes: number): Buffer {
  const reader = new Reader(bytes);
  if (!bytes.subarray(0, STREAM_MAGIC.length).equals(STREAM_MAGIC)) return readBlock(reader, maxBytes);
  reader.bytes(STREAM_MAGIC.length + 8);
  const blocks: Buffer[] = [];
  for (let restBytes = maxBytes; reader.remaining > 0; ) {
    const block = readBlock(reader.section(reader.int32()), restBytes);
    restBytes -= block.length;
    blocks.push(block);
  }
  return Buffer.concat(blocks);
}

function readBlock(reader: Reader, maxBytes: number): Buffer {
  const sizeBytes = reader.uvarint();
  if (sizeBytes > maxBytes) throw new WireError(`the block has ${sizeBytes} bytes, more than ${maxBytes}`);
  const output = Buffer.alloc(sizeBytes);
  let at = 0;
  while (reader.remaining > 0) {
    const tag = reader.uint8();
    const kind = tag & 0b11;
    if (kind === 0) {
      const literal = reader.bytes(literalLength(reader, tag >>> 2));
      if (at + literal.length > sizeBytes) throw new WireError('a literal passes the end of the block');
      literal.copy(output, at);
      at += literal.length;
      continue;
    }
    const { length, distance } = readCopy(reader, tag, kind);
    copyWithin(output, at, distance, length);
    at += length;
  }
  if (at !== sizeBytes) throw new WireError(`the block has ${at} bytes, not ${sizeBytes}`);
  return output;
}

/** Up to 60 stands in the tag; more in one to four bytes that follow. */
function literalLength(reader: Reader, inTag: number): number {
  return inTag < 60 ? inTag + 1 : littleEndian(reader, inTag - 59) + 1;
}

function readCopy(reader: Reader, tag: number, kind: number): { length: number; distance: number } {
  if (kind === 1) return { length: ((tag >>> 2) & 0b111) + 4, distance: ((tag >>> 5) << 8) | reader.uint8() };
  return { length: (tag >>> 2) + 1, distance: littleEndian(reader, kind === 2 ? 2 : 4) };
}

function littleEndian(reader: Reader, bytes: number): number {
  return reader.bytes(bytes).readUIntLE(0, bytes);
}

/** Repeats `length` bytes from `distance` back; they may overlap with what is being written. */
export function copyWithin(output: Buffer, at: number, distance: number, length: number): void {
  if (distance === 0 || distance > at || at + length > output.length)
    throw new WireError('a copy reaches outside of the block');
  if (distance >= length) output.copyWithin(at, at - distance, at - distance + length);
  else for (let index = at; index < at + length; index++) output[index] = output[index - distance] as number; // distance <= at
}
