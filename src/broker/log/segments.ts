import type { LogMemory } from './log-memory.ts';
import { type ReadLimits, SEGMENT_BYTES, Segment } from './segment.ts';

/** When a segment is full, beside the broker's own limit. */
export interface RollRules {
  readonly maxBytes: number;
  readonly maxAgeMs: number;
}

/** The segments of one log, oldest first. */
export class Segments {
  readonly #memory: LogMemory;
  #segments: Segment[] = [];

  constructor(memory: LogMemory) {
    this.#memory = memory;
  }

  get all(): readonly Segment[] {
    return this.#segments;
  }

  get sizeBytes(): number {
    return this.#segments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  }

  /** The segment that a batch of this size goes to. */
  forAppend(sizeBytes: number, nextOffset: bigint, nowMs: number, rules: RollRules): Segment {
    const last = this.#segments.at(-1);
    const limit = Math.min(SEGMENT_BYTES, rules.maxBytes);
    const hasRoom = last && (last.isEmpty || last.sizeBytes + sizeBytes <= limit);
    if (last && hasRoom && !isOld(last, nowMs, rules)) return last;
    this.roll(nextOffset, nowMs);
    return this.#segments.at(-1) as Segment; // roll has added one
  }

  /** Begins a new segment, so that all before it can be cleaned. */
  roll(nextOffset: bigint, nowMs: number): void {
    const last = this.#segments.at(-1);
    if (last) this.#memory.seal(last);
    this.#segments.push(new Segment(nextOffset, nowMs, this.#memory));
  }

  /** Begins a new segment if the last one is too old for more. */
  rollIfOld(nextOffset: bigint, nowMs: number, rules: RollRules): void {
    const last = this.#segments.at(-1);
    if (last && !last.isEmpty && isOld(last, nowMs, rules)) this.roll(nextOffset, nowMs);
  }

  /** Batches from the one with `offset` on, in pieces. */
  read(offset: bigint, { maxBytes, atLeastOne, below }: ReadLimits): { pieces: Buffer[]; sizeBytes: number } {
    const pieces: Buffer[] = [];
    let sizeBytes = 0;
    for (let index = this.#indexOf(offset); index < this.#segments.length; index++) {
      const segment = this.#segments[index];
      if (!segment || segment.baseOffset >= below) break;
      const rest = { below, maxBytes: maxBytes - sizeBytes, atLeastOne: atLeastOne && sizeBytes === 0 };
      const { bytes, isRest } = segment.read(offset, rest);
      if (bytes.length > 0) pieces.push(bytes);
      sizeBytes += bytes.length;
      if (!isRest) break;
    }
    return { pieces, sizeBytes };
  }

  /** Deletes the oldest segments, as long as they are so. */
  deleteWhile(isToGo: (segment: Segment) => boolean): void {
    for (let [oldest] = this.#segments; oldest && isToGo(oldest); [oldest] = this.#segments) {
      oldest.delete();
      this.#segments.shift();
    }
  }

  /** Puts other segments in the place of the first `count`. */
  replaceFirst(count: number, segments: readonly Segment[]): void {
    for (const segment of this.#segments.slice(0, count)) segment.delete();
    this.#segments = [...segments, ...this.#segments.slice(count)];
    for (const segment of segments) this.#memory.seal(segment);
  }

  /** Index of the segment that `offset` is in, or the next one after a gap. */
  #indexOf(offset: bigint): number {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#segments[middle]?.lastOffset ?? 0n) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isOld({ createdAtMs }: Segment, nowMs: number, { maxAgeMs }: RollRules): boolean {
  return nowMs - createdAtMs >= maxAgeMs;
}
