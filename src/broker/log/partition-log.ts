import { type BatchHeader, encodeBatch, readBatchHeader, stampBatch } from '../wire/record-batch.ts';
import { type AbortedTransaction, ProducerStates } from './producer-states.ts';
import { type ReadLimits, Segment } from './segment.ts';

/** The broker is the leader of every partition from the beginning, and stays it. */
export const LEADER_EPOCH = 0;

/** The records of one partition: appended at the end, read from any offset, given up from the start. */
export class PartitionLog {
  readonly topic: string;
  readonly partition: number;
  readonly producers = new ProducerStates();
  readonly #segments: Segment[] = [];
  readonly #watchers = new Set<() => void>();
  #startOffset = 0n;
  #endOffset = 0n;
  #isDeleted = false;

  constructor(topic: string, partition: number) {
    this.topic = topic;
    this.partition = partition;
  }

  /** First offset that can be read. */
  get startOffset(): bigint {
    return this.#startOffset;
  }

  /** Next offset to be written; with one broker that is the high watermark too. */
  get endOffset(): bigint {
    return this.#endOffset;
  }

  /** Committed readers see no record from here on. */
  get lastStableOffset(): bigint {
    return this.producers.firstOpenOffset ?? this.#endOffset;
  }

  get sizeBytes(): number {
    return this.#segments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  }

  /** The topic is gone; who still holds the log finds no partition. */
  get isDeleted(): boolean {
    return this.#isDeleted;
  }

  /** Stores a checked batch and returns the offset of its first record. With `stampMs` its time is that of the append. */
  append(batch: Buffer, header: BatchHeader, stampMs?: number): bigint {
    const baseOffset = this.#endOffset;
    const placed = this.#store(batch, baseOffset, baseOffset + BigInt(header.lastOffsetDelta));
    if (stampMs !== undefined) stampBatch(placed, BigInt(stampMs));
    if (header.producerId >= 0n) this.producers.appended(header, baseOffset);
    this.#notify();
    return baseOffset;
  }

  /** Ends a producer's transaction here with a marker that readers see. */
  appendMarker(
    { producerId, producerEpoch }: { readonly producerId: bigint; readonly producerEpoch: number },
    committed: boolean,
    nowMs: number,
  ): void {
    const batch = encodeBatch({
      baseTimestamp: BigInt(nowMs),
      attributes: TRANSACTIONAL_CONTROL,
      producerId,
      producerEpoch,
      records: [{ key: committed ? COMMIT_KEY : ABORT_KEY, value: MARKER_VALUE }],
    });
    const offset = this.#endOffset;
    this.#store(batch, offset, offset);
    this.producers.ended(producerId, producerEpoch, committed, offset);
    this.#notify();
  }

  /** Batches from the one with `offset` on, in pieces that are not copied and must not be changed. */
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

  /** The aborted transactions that a committed reader of these offsets must know. */
  abortedBetween(from: bigint, to: bigint): readonly AbortedTransaction[] {
    return this.producers.abortedBetween(from, to);
  }

  /** The first batch that has a record with this time or a later one. */
  findByTime(timestamp: bigint): Buffer | undefined {
    for (const segment of this.#segments) {
      const batch = segment.findByTime(timestamp, this.#startOffset);
      if (batch) return batch;
    }
    return undefined;
  }

  /** The batch whose latest record is the latest of all. */
  findLatest(): Buffer | undefined {
    let latest: Buffer | undefined;
    for (const segment of this.#segments)
      for (const batch of segment.batches())
        if (!latest || readBatchHeader(batch).maxTimestamp > readBatchHeader(latest).maxTimestamp)
          latest = batch;
    return latest;
  }

  /** Gives up all records below `offset`. The caller has checked that it lies in the log. */
  deleteBefore(offset: bigint): void {
    if (offset <= this.#startOffset) return;
    this.#startOffset = offset;
    const kept = this.#segments.findIndex(({ lastOffset }) => lastOffset >= offset);
    this.#segments.splice(0, kept < 0 ? this.#segments.length : kept);
    this.producers.forgetBefore(offset);
  }

  /** Lets all readers go: the topic was deleted. */
  delete(): void {
    this.#isDeleted = true;
    this.#segments.length = 0;
    this.#notify();
  }

  /** Calls `watcher` after every append and when the log is deleted, until the result is disposed. */
  watch(watcher: () => void): Disposable {
    this.#watchers.add(watcher);
    return { [Symbol.dispose]: () => this.#watchers.delete(watcher) };
  }

  #store(batch: Buffer, baseOffset: bigint, lastOffset: bigint): Buffer {
    let segment = this.#segments.at(-1);
    if (!segment?.hasRoomFor(batch.length)) {
      segment = new Segment(baseOffset);
      this.#segments.push(segment);
    }
    this.#endOffset = lastOffset + 1n;
    return segment.append(batch, baseOffset, lastOffset, LEADER_EPOCH);
  }

  #notify(): void {
    for (const watcher of [...this.#watchers]) watcher();
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

const TRANSACTIONAL_CONTROL = 0b11_0000;
/** Version 0 and type (0 abort, 1 commit): Kafka's ControlRecordType. */
const ABORT_KEY = Buffer.from([0, 0, 0, 0]);
const COMMIT_KEY = Buffer.from([0, 0, 0, 1]);
/** Version 0 and the coordinator's epoch, 0: Kafka's EndTxnMarker. */
const MARKER_VALUE = Buffer.alloc(6);
