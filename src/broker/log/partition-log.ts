import type { Configuration } from '../config/configuration.ts';
import { type BatchHeader, encodeBatch, readBatchHeader, stampBatch } from '../wire/record-batch.ts';
import { compact, type TombstoneAges } from './compact.ts';
import type { LogMemory } from './log-memory.ts';
import { type AbortedTransaction, ProducerStates } from './producer-states.ts';
import type { ReadLimits, Segment } from './segment.ts';
import { type RollRules, Segments } from './segments.ts';

/** The broker is the leader of every partition from the beginning, and stays it. */
export const LEADER_EPOCH = 0;

/** Where a log stands, and what rules it. */
export interface LogPlace {
  readonly topic: string;
  readonly partition: number;
  /** Of the topic. */
  readonly configuration: Configuration;
  readonly memory: LogMemory;
}

/** The records of one partition: appended at the end, read from any offset, given up from the start. */
export class PartitionLog {
  readonly topic: string;
  readonly partition: number;
  readonly producers = new ProducerStates();
  readonly #configuration: Configuration;
  readonly #memory: LogMemory;
  readonly #segments: Segments;
  readonly #watchers = new Set<() => void>();
  readonly #tombstones: TombstoneAges = new Map();
  #startOffset = 0n;
  #endOffset = 0n;
  #isDeleted = false;

  constructor({ topic, partition, configuration, memory }: LogPlace) {
    this.topic = topic;
    this.partition = partition;
    this.#configuration = configuration;
    this.#memory = memory;
    this.#segments = new Segments(memory);
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
    return this.#segments.sizeBytes;
  }

  /** The topic is gone; who still holds the log finds no partition. */
  get isDeleted(): boolean {
    return this.#isDeleted;
  }

  /** Stores a checked batch and returns the offset of its first record. With `isStamped` its time is that of the append. */
  append(batch: Buffer, header: BatchHeader, nowMs: number, isStamped: boolean): bigint {
    const baseOffset = this.#endOffset;
    const placed = this.#store(batch, baseOffset + BigInt(header.lastOffsetDelta), nowMs);
    if (isStamped) stampBatch(placed, BigInt(nowMs));
    if (header.producerId >= 0n) this.producers.appended(header, baseOffset);
    this.wake();
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
    this.#store(batch, offset, nowMs);
    this.producers.ended({ producerId, producerEpoch, committed, offset, timestamp: BigInt(nowMs) });
    this.wake();
  }

  /** Batches from the one with `offset` on, in pieces that are not copied and must not be changed. */
  read(offset: bigint, limits: ReadLimits): { pieces: Buffer[]; sizeBytes: number } {
    return this.#segments.read(offset, limits);
  }

  /** The aborted transactions that a committed reader of these offsets must know. */
  abortedBetween(from: bigint, to: bigint): readonly AbortedTransaction[] {
    return this.producers.abortedBetween(from, to);
  }

  /** The first batch that has a record with this time or a later one. */
  findByTime(timestamp: bigint): Buffer | undefined {
    for (const segment of this.#segments.all) {
      const batch = segment.findByTime(timestamp, this.#startOffset);
      if (batch) return batch;
    }
    return undefined;
  }

  /** The first of the batches that have the latest record of all. */
  findLatest(): Buffer | undefined {
    const latest = Math.max(-1, ...this.#segments.all.map(({ maxTimestamp }) => maxTimestamp));
    return latest < 0 ? undefined : this.findByTime(BigInt(latest));
  }

  /** Gives up all records below `offset`. The caller has checked that it lies in the log. */
  deleteBefore(offset: bigint): void {
    if (offset <= this.#startOffset) return;
    this.#startOffset = offset;
    this.#segments.deleteWhile((segment) => !segment.isEmpty && segment.lastOffset < offset);
    this.producers.forgetBefore(offset);
  }

  /**
   * Gives up what the topic's `retention.ms` and `retention.bytes` do not keep: whole segments, the oldest first. The
   * default of a week does not count: records of tests often have old time stamps.
   */
  retain(nowMs: number): void {
    const isLimited = this.#configuration.isSet('retention.ms');
    const retentionMs = isLimited ? this.#configuration.number('retention.ms') : -1;
    const retentionBytes = this.#configuration.number('retention.bytes');
    let excessBytes = retentionBytes < 0 ? 0 : this.sizeBytes - retentionBytes;
    let before = this.#startOffset;
    for (const segment of this.#segments.all) {
      const isExpired = retentionMs >= 0 && nowMs - segment.maxTimestamp > retentionMs;
      const isExcess = excessBytes >= segment.sizeBytes && segment !== this.#segments.all.at(-1);
      if (segment.isEmpty || !(isExpired || isExcess) || segment.lastOffset >= this.lastStableOffset) break;
      excessBytes -= segment.sizeBytes;
      before = segment.lastOffset + 1n;
    }
    this.deleteBefore(before);
  }

  /**
   * Leaves of each key only the last record, in all segments but the one that is written to; with `isAll` in that one
   * too. What is not committed yet stays as it is.
   */
  compact(nowMs: number, isAll: boolean): void {
    const rules = this.#rollRules();
    this.#segments.rollIfOld(this.#endOffset, nowMs, isAll ? { ...rules, maxAgeMs: -Infinity } : rules);
    const below = this.lastStableOffset;
    const sealed = this.#segments.all.slice(0, -1);
    const unready = sealed.findIndex(({ lastOffset }) => lastOffset >= below);
    const ready = unready < 0 ? sealed : sealed.slice(0, unready);
    const batches = ready.flatMap((segment) => [...segment.batches()]);
    const deleteRetentionMs = this.#configuration.number('delete.retention.ms');
    const aborted = this.producers.abortedBetween(this.#startOffset, below);
    const kept = compact(batches, aborted, { deleteRetentionMs, nowMs }, this.#tombstones);
    const isSame = kept.length === batches.length && kept.every((batch, index) => batch === batches[index]);
    if (!isSame) this.#segments.replaceFirst(ready.length, this.#segmentsOf(kept, nowMs));
  }

  /** Lets all readers go: the topic was deleted. */
  delete(): void {
    this.#isDeleted = true;
    this.#segments.deleteWhile(() => true);
    this.wake();
  }

  /** Calls `watcher` after every append and when the log is deleted, until the result is disposed. */
  watch(watcher: () => void): Disposable {
    this.#watchers.add(watcher);
    return { [Symbol.dispose]: () => this.#watchers.delete(watcher) };
  }

  #store(batch: Buffer, lastOffset: bigint, nowMs: number): Buffer {
    const baseOffset = this.#endOffset;
    const segment = this.#segments.forAppend(batch.length, baseOffset, nowMs, this.#rollRules());
    this.#endOffset = lastOffset + 1n;
    return segment.append(batch, baseOffset, lastOffset, LEADER_EPOCH);
  }

  #segmentsOf(batches: readonly Buffer[], nowMs: number): readonly Segment[] {
    const segments = new Segments(this.#memory);
    for (const batch of batches) {
      const { baseOffset, lastOffsetDelta } = readBatchHeader(batch);
      const segment = segments.forAppend(batch.length, baseOffset, nowMs, this.#rollRules());
      segment.append(batch, baseOffset, baseOffset + BigInt(lastOffsetDelta), LEADER_EPOCH);
    }
    return segments.all;
  }

  #rollRules(): RollRules {
    return {
      maxBytes: this.#configuration.number('segment.bytes'),
      maxAgeMs: this.#configuration.number('segment.ms'),
    };
  }

  /** Lets all that watch look again. */
  wake(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

const TRANSACTIONAL_CONTROL = 0b11_0000;
/** Version 0 and type (0 abort, 1 commit): Kafka's ControlRecordType. */
const ABORT_KEY = Buffer.from([0, 0, 0, 0]);
const COMMIT_KEY = Buffer.from([0, 0, 0, 1]);
/** Version 0 and the coordinator's epoch, 0: Kafka's EndTxnMarker. */
const MARKER_VALUE = Buffer.alloc(6);
