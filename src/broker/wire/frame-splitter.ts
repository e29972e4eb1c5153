import { WireError } from './wire-error.ts';

const SIZE_BYTES = 4;

/** Cuts a stream into frames: a size of four bytes, then so many bytes. */
export class FrameSplitter {
  readonly #maxFrameBytes: number;
  readonly #chunks: Buffer[] = [];
  #bufferedBytes = 0;

  constructor(maxFrameBytes: number) {
    this.#maxFrameBytes = maxFrameBytes;
  }

  /** Bytes that came and are not part of a frame that was taken. */
  get bufferedBytes(): number {
    return this.#bufferedBytes;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bufferedBytes += chunk.length;
  }

  /**
   * The next whole frame, without its size; `undefined`: it is not all there yet.
   * @throws WireError when its size is none, so before anything is kept for it
   */
  next(): Buffer | undefined {
    if (this.#bufferedBytes < SIZE_BYTES) return undefined;
    const sizeBytes = this.#gather(SIZE_BYTES).readInt32BE();
    if (sizeBytes < 0 || sizeBytes > this.#maxFrameBytes)
      throw new WireError(
        `a request announces ${sizeBytes} bytes; the most allowed are ${this.#maxFrameBytes}`,
      );
    if (this.#bufferedBytes < SIZE_BYTES + sizeBytes) return undefined;
    const whole = this.#gather(SIZE_BYTES + sizeBytes);
    const rest = whole.subarray(SIZE_BYTES + sizeBytes);
    if (rest.length > 0) this.#chunks[0] = rest;
    else this.#chunks.shift();
    this.#bufferedBytes -= SIZE_BYTES + sizeBytes;
    return whole.subarray(SIZE_BYTES, SIZE_BYTES + sizeBytes);
  }

  /** Makes the first chunk have at least so many bytes. */
  #gather(sizeBytes: number): Buffer {
    let count = 0;
    for (let bytes = 0; bytes < sizeBytes; count++) bytes += this.#chunks[count]?.length ?? Infinity;
    const [first] = this.#chunks;
    if (count === 1 && first) return first;
    const gathered = Buffer.concat(this.#chunks.slice(0, count));
    this.#chunks.splice(0, count, gathered);
    return gathered;
  }
}
