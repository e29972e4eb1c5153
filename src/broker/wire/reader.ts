import { WireError } from './wire-error.ts';

/** Reads the protocol's primitive types from a buffer, front to back. Every method throws `WireError` past the end. */
export class Reader {
  readonly #buffer: Buffer;
  #offset = 0;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  /** Bytes that are not read yet. */
  get remaining(): number {
    return this.#buffer.length - this.#offset;
  }

  int8(): number {
    return this.#buffer.readInt8(this.#advance(1));
  }

  int16(): number {
    return this.#buffer.readInt16BE(this.#advance(2));
  }

  uint8(): number {
    return this.#buffer.readUInt8(this.#advance(1));
  }

  uint16(): number {
    return this.#buffer.readUInt16BE(this.#advance(2));
  }

  int32(): number {
    return this.#buffer.readInt32BE(this.#advance(4));
  }

  int64(): bigint {
    return this.#buffer.readBigInt64BE(this.#advance(8));
  }

  float64(): number {
    return this.#buffer.readDoubleBE(this.#advance(8));
  }

  /** Unsigned, at most 32 bits. */
  uvarint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#buffer.readUInt8(this.#advance(1));
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        if (value > 0xffff_ffff) break;
        return value;
      }
    }
    throw new WireError('a variable-length integer has more than 32 bits');
  }

  /** Zigzag, at most 32 bits: lengths and deltas inside records. */
  varint(): number {
    const value = this.uvarint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Zigzag, at most 64 bits: the time stamps of records. */
  varlong(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#buffer.readUInt8(this.#advance(1));
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n));
    }
    throw new WireError('a variable-length integer has more than 64 bits');
  }

  /** The next `length` bytes, not copied: whoever keeps them longer than the request copies them. */
  bytes(length: number): Buffer {
    const start = this.#advance(length);
    return this.#buffer.subarray(start, start + length);
  }

  /** A reader of the next `length` bytes alone. */
  section(length: number): Reader {
    return new Reader(this.bytes(length));
  }

  #advance(length: number): number {
    if (length < 0) throw new WireError(`a length is negative: ${length}`);
    const start = this.#offset;
    if (start + length > this.#buffer.length)
      throw new WireError(`${length} bytes were announced where ${this.remaining} are left`);
    this.#offset = start + length;
    return start;
  }
}
