import { exactNumber } from '../../model/json.ts';
import { Unfit } from './unfit.ts';

/** Reads the primitives of binary encodings with zigzag integers (Avro's, and Confluent's message index). Every method throws `Unfit` when the bytes end too early. */
export class Cursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  boolean(): boolean {
    const byte = this.#view.getUint8(this.#take(1));
    if (byte > 1) throw new Unfit(`a boolean that is neither 0 nor 1 but ${byte}`);
    return byte === 1;
  }

  /** A zigzag integer of up to 64 bits. */
  long(): number | bigint {
    let low = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#view.getUint8(this.#take(1));
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (low >>> 1) ^ -(low & 1);
    }
    return exactNumber(this.#restOfLong(BigInt(low)));
  }

  /** The same, where the schema says 32 bits. */
  int(): number {
    const value = this.long();
    if (Number(value) === (Number(value) | 0)) return Number(value);
    throw new Unfit(`${value} where an int should be`);
  }

  float(): number {
    return this.#view.getFloat32(this.#take(4), true);
  }

  double(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  /** A copy of nothing: the bytes are those of the record. */
  fixed(sizeBytes: number): Uint8Array {
    const start = this.#take(sizeBytes);
    return this.#bytes.subarray(start, start + sizeBytes);
  }

  bytes(): Uint8Array {
    const sizeBytes = Number(this.long());
    if (sizeBytes < 0) throw new Unfit(`a length of ${sizeBytes}`);
    return this.fixed(sizeBytes);
  }

  #restOfLong(low: bigint): bigint {
    let whole = low;
    for (let shift = 28n; shift < 70n; shift += 7n) {
      const byte = this.#view.getUint8(this.#take(1));
      whole |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, (whole >> 1n) ^ -(whole & 1n));
    }
    throw new Unfit('an integer of more than 64 bits');
  }

  #take(sizeBytes: number): number {
    const start = this.#at;
    if (sizeBytes > this.left) throw new Unfit(`the bytes end too early, at ${this.#bytes.length}`);
    this.#at += sizeBytes;
    return start;
  }
}
