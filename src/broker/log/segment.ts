import { batchSize, maxTimestampAt, placeBatch } from '../wire/record-batch.ts';

/** A segment takes batches up to this size; a larger batch has a segment of its own. */
export const SEGMENT_BYTES = 1 << 20;
const FIRST_BUFFER_BYTES = 4096;

/** How much of a log one fetch takes. */
export interface ReadLimits {
  readonly maxBytes: number;
  /** Give the first batch even when it is larger than `maxBytes`. */
  readonly atLeastOne: boolean;
  /** Only batches that start below this offset. */
  readonly below: bigint;
}

/** A stretch of a log: whole record batches, one after the other as they go over the wire. */
export class Segment {
  readonly baseOffset: bigint;
  #buffer = Buffer.alloc(0);
  #sizeBytes = 0;
  /** Of each batch: where it starts in the buffer, and its first and last offset from `baseOffset` on. */
  readonly #positions: number[] = [];
  readonly #firstDeltas: number[] = [];
  readonly #lastDeltas: number[] = [];

  constructor(baseOffset: bigint) {
    this.baseOffset = baseOffset;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  get isEmpty(): boolean {
    return this.#positions.length === 0;
  }

  /** Offset of the last record. */
  get lastOffset(): bigint {
    return this.baseOffset + BigInt(this.#lastDeltas.at(-1) ?? -1);
  }

  /** Whether a batch of this size belongs here, not into the next segment. */
  hasRoomFor(sizeBytes: number): boolean {
    return this.isEmpty || this.#sizeBytes + sizeBytes <= SEGMENT_BYTES;
  }

  /** Copies a batch to the end. The result is the copy, in place. */
  append(batch: Buffer, baseOffset: bigint, lastOffset: bigint, leaderEpoch: number): Buffer {
    this.#reserve(batch.length);
    const start = this.#sizeBytes;
    batch.copy(this.#buffer, start);
    this.#sizeBytes += batch.length;
    this.#positions.push(start);
    this.#firstDeltas.push(Number(baseOffset - this.baseOffset));
    this.#lastDeltas.push(Number(lastOffset - this.baseOffset));
    const placed = this.#buffer.subarray(start, this.#sizeBytes);
    placeBatch(placed, baseOffset, leaderEpoch);
    return placed;
  }

  /**
   * The batches from the one with `offset` on, those that start below `below`, up to `maxBytes`; with `atLeastOne` the
   * first even when it is larger. Not copied, never changed. `isRest`: nothing of the segment comes after them.
   */
  read(offset: bigint, { below, maxBytes, atLeastOne }: ReadLimits): { bytes: Buffer; isRest: boolean } {
    const first = this.#indexOf(offset);
    const belowDelta = Number(below - this.baseOffset);
    const start = this.#positions[first] ?? this.#sizeBytes;
    let index = first;
    while (this.#isWanted(index, start, belowDelta, maxBytes, atLeastOne && index === first)) index++;
    const bytes = this.#buffer.subarray(start, this.#positions[index] ?? this.#sizeBytes);
    return { bytes, isRest: index === this.#positions.length };
  }

  /** The whole batches, in order. */
  *batches(): Generator<Buffer> {
    for (const position of this.#positions) yield this.#batchAt(position);
  }

  /** The first batch from `offset` on whose latest time stamp is at least `timestamp`. */
  findByTime(timestamp: bigint, offset: bigint): Buffer | undefined {
    for (let index = this.#indexOf(offset); index < this.#positions.length; index++) {
      const position = this.#positions[index] ?? 0;
      if (maxTimestampAt(this.#buffer, position) >= timestamp) return this.#batchAt(position);
    }
    return undefined;
  }

  #batchAt(position: number): Buffer {
    return this.#buffer.subarray(position, position + batchSize(this.#buffer, position));
  }

  #isWanted(index: number, start: number, belowDelta: number, maxBytes: number, always: boolean): boolean {
    const firstDelta = this.#firstDeltas[index];
    if (firstDelta === undefined || firstDelta >= belowDelta) return false;
    return always || (this.#positions[index + 1] ?? this.#sizeBytes) - start <= maxBytes;
  }

  /** Index of the first batch whose last offset is not below `offset`. */
  #indexOf(offset: bigint): number {
    const delta = Number(offset - this.baseOffset);
    let low = 0;
    let high = this.#lastDeltas.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lastDeltas[middle] ?? 0) < delta) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #reserve(sizeBytes: number): void {
    const needed = this.#sizeBytes + sizeBytes;
    if (needed <= this.#buffer.length) return;
    const doubled = Math.min(Math.max(FIRST_BUFFER_BYTES, this.#buffer.length * 2), SEGMENT_BYTES);
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, doubled));
    this.#buffer.copy(larger, 0, 0, this.#sizeBytes);
    this.#buffer = larger;
  }
}
