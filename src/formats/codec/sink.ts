/** Writes the primitives of binary encodings with zigzag integers (Avro's, and Confluent's message index). */
export class Sink {
  #buffer = Buffer.allocUnsafe(256);
  #size = 0;

  /** What has been written so far, a copy. */
  bytes(): Uint8Array {
    return new Uint8Array(this.#buffer.subarray(0, this.#size));
  }

  get size(): number {
    return this.#size;
  }

  /** Forgets what was written after a size: a union branch that did not fit. */
  truncate(size: number): void {
    this.#size = size;
  }

  boolean(value: boolean): void {
    this.#byte(value ? 1 : 0);
  }

  /** A zigzag integer of up to 64 bits. */
  long(value: number | bigint): void {
    if (typeof value === 'number' && value === (value | 0))
      this.#varint32(((value << 1) ^ (value >> 31)) >>> 0);
    else this.#varint64(BigInt(value));
  }

  float(value: number): void {
    const at = this.#grow(4);
    this.#buffer.writeFloatLE(value, at);
  }

  double(value: number): void {
    const at = this.#grow(8);
    this.#buffer.writeDoubleLE(value, at);
  }

  fixed(bytes: Uint8Array): void {
    const at = this.#grow(bytes.length);
    this.#buffer.set(bytes, at);
  }

  /** With its length before it: `bytes` and `string`. */
  sized(bytes: Uint8Array): void {
    this.long(bytes.length);
    this.fixed(bytes);
  }

  #varint32(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.#byte((rest & 0x7f) | 0x80);
    this.#byte(rest);
  }

  #varint64(value: bigint): void {
    let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
    for (; rest > 0x7fn; rest >>= 7n) this.#byte(Number(rest & 0x7fn) | 0x80);
    this.#byte(Number(rest));
  }

  #byte(value: number): void {
    const at = this.#grow(1); // first: it may replace the buffer
    this.#buffer[at] = value;
  }

  #grow(sizeBytes: number): number {
    const start = this.#size;
    this.#size += sizeBytes;
    if (this.#size > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#size, 2 * this.#buffer.length));
      larger.set(this.#buffer.subarray(0, start));
      this.#buffer = larger;
    }
    return start;
  }
}
