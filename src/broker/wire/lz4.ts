import { Reader } from './reader.ts';
import { copyWithin } from './snappy.ts';
import { WireError } from './wire-error.ts';

const MAGIC = 0x184d2204;
const FLAGS = { dictionary: 0b1, contentChecksum: 0b100, contentSize: 0b1000, blockChecksum: 0b1_0000 };
const UNCOMPRESSED = 0x8000_0000;
const MIN_MATCH = 4;

/**
 * Decompresses one LZ4 frame. Checksums are not checked: the batch around it has one.
 * https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 */
export function decompressLz4(bytes: Buffer, maxBytes: number): Buffer {
  const reader = new Reader(bytes);
  if (reader.bytes(4).readUInt32LE() !== MAGIC) throw new WireError('not an LZ4 frame');
  const flags = reader.uint8();
  reader.int8();
  if (flags & FLAGS.contentSize) reader.bytes(8);
  if (flags & FLAGS.dictionary) reader.bytes(4);
  reader.int8();
  const output = new Output(maxBytes);
  for (;;) {
    const size = reader.bytes(4).readUInt32LE();
    if (size === 0) return output.finish();
    const block = reader.bytes(size % UNCOMPRESSED);
    if (size >= UNCOMPRESSED) output.literal(block);
    else readBlock(new Reader(block), output);
    if (flags & FLAGS.blockChecksum) reader.bytes(4);
  }
}

function readBlock(reader: Reader, output: Output): void {
  for (;;) {
    const token = reader.uint8();
    output.literal(reader.bytes(readLength(reader, token >>> 4)));
    if (reader.remaining === 0) return;
    const distance = reader.bytes(2).readUInt16LE();
    output.repeat(distance, readLength(reader, token & 0b1111) + MIN_MATCH);
  }
}

/** Four bits of the token; when they are all set, bytes follow to be added, up to one that is not 255. */
function readLength(reader: Reader, inToken: number): number {
  if (inToken < 15) return inToken;
  let length = inToken;
  for (;;) {
    const more = reader.uint8();
    length += more;
    if (more < 255) return length;
  }
}

/** Bytes that grow; later blocks may repeat what earlier ones have written. */
class Output {
  readonly #maxBytes: number;
  #buffer = Buffer.alloc(4096);
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  literal(bytes: Buffer): void {
    this.#reserve(bytes.length);
    bytes.copy(this.#buffer, this.#length);
    this.#length += bytes.length;
  }

  repeat(distance: number, length: number): void {
    this.#reserve(length);
    copyWithin(this.#buffer, this.#length, distance, length);
    this.#length += length;
  }

  finish(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #reserve(length: number): void {
    const needed = this.#length + length;
    if (needed > this.#maxBytes) throw new WireError(`more than ${this.#maxBytes} bytes come out`);
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.alloc(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
