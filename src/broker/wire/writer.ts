const FIRST_SIZE_BYTES = 256;
/** Buffers up to this size are copied: many small pieces cost more than the copy. */
const COPY_BELOW_BYTES = 1024;

/** Writes the protocol's primitive types. Large byte strings are not copied but become pieces of their own. */
export class Writer {
  readonly #pieces: Buffer[] = [];
  #current = Buffer.allocUnsafe(FIRST_SIZE_BYTES);
  #length = 0;
  #finishedLength = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#finishedLength + this.#length;
  }

  int8(value: number): void {
    const at = this.#reserve(1);
    this.#current.writeInt8(value, at);
  }

  int16(value: number): void {
    const at = this.#reserve(2);
    this.#current.writeInt16BE(value, at);
  }

  uint16(value: number): void {
    const at = this.#reserve(2);
    this.#current.writeUInt16BE(value, at);
  }

  int32(value: number): void {
    const at = this.#reserve(4);
    this.#current.writeInt32BE(value, at);
  }

  int64(value: bigint): void {
    const at = this.#reserve(8);
    this.#current.writeBigInt64BE(value, at);
  }

  float64(value: number): void {
    const at = this.#reserve(8);
    this.#current.writeDoubleBE(value, at);
  }

  uvarint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      const at = this.#reserve(1);
      this.#current.writeUInt8((rest % 0x80) | 0x80, at);
      rest = Math.floor(rest / 0x80);
    }
    const at = this.#reserve(1);
    this.#current.writeUInt8(rest, at);
  }

  /** Zigzag, 32 bits. */
  varint(value: number): void {
    this.uvarint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  /** Zigzag, 64 bits. */
  varlong(value: bigint): void {
    let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
    while (rest >= 0x80n) {
      const at = this.#reserve(1);
      this.#current.writeUInt8(Number(rest & 0x7fn) | 0x80, at);
      rest >>= 7n;
    }
    const at = this.#reserve(1);
    this.#current.writeUInt8(Number(rest), at);
  }

  utf8(text: string, lengthBytes: number): void {
    const at = this.#reserve(lengthBytes);
    this.#current.write(text, at, 'utf8');
  }

  /** Must not be changed afterwards: it may be kept instead of copied. */
  bytes(bytes: Uint8Array): void {
    if (bytes.length <= COPY_BELOW_BYTES) {
      const at = this.#reserve(bytes.length);
      this.#current.set(bytes, at);
      return;
    }
    this.#finishCurrent();
    this.#pieces.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    this.#finishedLength += bytes.length;
  }

  /** All that was written, in order. The writer is used up. */
  finish(): readonly Buffer[] {
    this.#finishCurrent();
    return this.#pieces;
  }

  #finishCurrent(): void {
    if (this.#length === 0) return;
    this.#pieces.push(this.#current.subarray(0, this.#length));
    this.#finishedLength += this.#length;
    this.#current = this.#current.subarray(this.#length);
    this.#length = 0;
  }

  #reserve(length: number): number {
    const start = this.#length;
    if (start + length > this.#current.length) {
      const larger = Buffer.allocUnsafe(Math.max(FIRST_SIZE_BYTES, (start + length) * 2));
      this.#current.copy(larger, 0, 0, start);
      this.#current = larger;
    }
    this.#length = start + length;
    return start;
  }
}
