import { maxTimestampAt, placeBatch } from '../wire/record-batch.ts';
import type { LogMemory, Spillable } from './log-memory.ts';
import type { OverflowFile, Slot } from './overflow-file.ts';

/** A segment takes batches up to this size; a larger batch has a segment of its own. */
export const SEGMENT_BYTES = 1 << 20;
const FIRST_BUFFER_BYTES = 4096;
const NOTHING: Buffer = Buffer.alloc(0);

/** How much of a log one fetch takes. */
export interface ReadLimits {
  readonly maxBytes: number;
  /** Give the first batch even when it is larger than `maxBytes`. */
  readonly atLeastOne: boolean;
  /** Only batches that start below this offset. */
  readonly below: bigint;
}

/** A stretch of a log: whole record batches, one after the other as they go over the wire. */
export class Segment implements Spillable {
  readonly baseOffset: bigint;
  /** Epoch milliseconds of its first append. */
  readonly createdAtMs: number;
  readonly #memory: LogMemory;
  #buffer: Buffer = NOTHING;
  #spilled: { readonly file: OverflowFile; readonly slot: Slot } | undefined;
  #sizeBytes = 0;
  /** Of each batch: where it starts, its first and last offset from `baseOffset` on, and its latest time. */
  readonly #positions: number[] = [];
  readonly #firstDeltas: number[] = [];
  readonly #lastDeltas: number[] = [];
  readonly #timestamps: number[] = [];

  constructor(baseOffset: bigint, createdAtMs: number, memory: LogMemory) {
    this.baseOffset = baseOffset;
    this.createdAtMs = createdAtMs;
    this.#memory = memory;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  get residentBytes(): number {
    return this.#buffer.length;
  }

  get isEmpty(): boolean {
    return this.#positions.length === 0;
  }

  /** Offset of the last record. */
  get lastOffset(): bigint {
    return this.baseOffset + BigInt(this.#lastDeltas.at(-1) ?? -1);
  }

  /** The latest time stamp of its records; -1: it has none. */
  get maxTimestamp(): number {
    return this.#timestamps.reduce((latest, timestamp) => Math.max(latest, timestamp), -1);
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
    this.#timestamps.push(Number(maxTimestampAt(batch, 0)));
    const placed = this.#buffer.subarray(start, this.#sizeBytes);
    placeBatch(placed, baseOffset, leaderEpoch);
    return placed;
  }

  /**
   * The batches from the one with `offset` on, those that start below `below`, up to `maxBytes`; with `atLeastOne` the
   * first even when it is larger. Never changed. `isRest`: nothing of the segment comes after them.
   */
  read(offset: bigint, { below, maxBytes, atLeastOne }: ReadLimits): { bytes: Buffer; isRest: boolean } {
    const first = this.#indexOf(offset);
    const belowDelta = Number(below - this.baseOffset);
    const start = this.#positions[first] ?? this.#sizeBytes;
    let index = first;
    while (this.#isWanted(index, start, belowDelta, maxBytes, atLeastOne && index === first)) index++;
    const bytes = this.#bytes(start, this.#positions[index] ?? this.#sizeBytes);
    return { bytes, isRest: index === this.#positions.length };
  }

  /** The whole batches, in order. */
  *batches(): Generator<Buffer> {
    const all = this.#bytes(0, this.#sizeBytes);
    for (const [index, position] of this.#positions.entries())
      yield all.subarray(position, this.#positions[index + 1] ?? this.#sizeBytes);
  }

  /** The first batch from `offset` on whose latest time stamp is at least `timestamp`. */
  findByTime(timestamp: bigint, offset: bigint): Buffer | undefined {
    const first = this.#indexOf(offset);
    const index = this.#timestamps.findIndex(
      (latest, place) => place >= first && BigInt(latest) >= timestamp,
    );
    const position = this.#positions[index];
    if (position === undefined) return undefined;
    return this.#bytes(position, this.#positions[index + 1] ?? this.#sizeBytes);
  }

  /** Moves the bytes to the overflow file. Nothing may be appended any more. */
  spill(file: OverflowFile): void {
    this.#spilled = { file, slot: file.write(this.#buffer.subarray(0, this.#sizeBytes)) };
    this.#setBuffer(NOTHING);
  }

  /** Gives back what it takes. */
  delete(): void {
    this.#memory.forget(this);
    this.#buffer = NOTHING;
    this.#spilled?.file.giveBack(this.#spilled.slot);
  }

  #bytes(from: number, to: number): Buffer {
    if (!this.#spilled || from === to) return this.#buffer.subarray(from, to);
    return this.#spilled.file.read(this.#spilled.slot, from, to);
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
    this.#setBuffer(larger);
  }

  #setBuffer(buffer: Buffer): void {
    this.#memory.grew(buffer.length - this.#buffer.length);
    this.#buffer = buffer;
  }
}
