import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import { type BatchHeader, isTransactional, MAX_SEQUENCE } from '../wire/record-batch.ts';

/** So many batches back a retry is recognised, as many as a producer may have in flight. */
const REMEMBERED_BATCHES = 5;

/** A batch of a producer as it was stored. */
interface StoredBatch {
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly baseOffset: bigint;
  readonly maxTimestamp: bigint;
}

/** What a retry of a stored batch is answered with; its time is that of its latest record, as in Kafka. */
export interface Duplicate {
  readonly baseOffset: bigint;
  readonly logAppendTimeMs: bigint;
}

/** What a partition knows of one producer with an id. */
interface ProducerState {
  epoch: number;
  /** The latest batches of this epoch, oldest first. */
  batches: StoredBatch[];
  lastTimestamp: bigint;
  /** Of the coordinator that ended its last transaction; -1: none did. */
  coordinatorEpoch: number;
  /** Offset of the first record of its open transaction. */
  transactionStart: bigint | undefined;
}

/** The end of a producer's transaction, as it stands in the log. */
interface Marker {
  readonly producerId: bigint;
  readonly producerEpoch: number;
  readonly committed: boolean;
  readonly offset: bigint;
  readonly timestamp: bigint;
}

/** The coordinator of transactions never moves. */
const COORDINATOR_EPOCH = 0;

/** A transaction that was given up: its records are there, but committed readers skip them. */
export interface AbortedTransaction {
  readonly producerId: bigint;
  readonly firstOffset: bigint;
  /** Offset of the marker that ended it. */
  readonly lastOffset: bigint;
}

/** What DescribeProducers says of a producer. */
export interface ProducerSummary {
  readonly producerId: bigint;
  readonly epoch: number;
  readonly lastSequence: number;
  readonly lastTimestamp: bigint;
  readonly coordinatorEpoch: number;
  readonly transactionStart: bigint;
}

/**
 * The producers of one partition: keeps retries from being stored twice, and tells which transactions are open or were
 * aborted. Follows Kafka's ProducerStateManager and ProducerAppendInfo.
 */
export class ProducerStates {
  readonly #states = new Map<bigint, ProducerState>();
  readonly #aborted: AbortedTransaction[] = [];

  /** Says whether a batch of a producer may be appended, is a retry of one that was, or why not. */
  check(batch: BatchHeader): Refusal | Duplicate | undefined {
    const state = this.#states.get(batch.producerId);
    if (!state) return undefined;
    const lastSequence = lastSequenceOf(batch);
    if (batch.producerEpoch === state.epoch) {
      const same = state.batches.find(
        (known) => known.firstSequence === batch.baseSequence && known.lastSequence === lastSequence,
      );
      if (same) return { baseOffset: same.baseOffset, logAppendTimeMs: same.maxTimestamp };
    }
    if (batch.producerEpoch < state.epoch) return refuse(errorCodes.INVALID_PRODUCER_EPOCH);
    if (state.transactionStart !== undefined && !isTransactional(batch))
      return refuse(errorCodes.INVALID_TXN_STATE);
    const last = batch.producerEpoch === state.epoch ? (state.batches.at(-1)?.lastSequence ?? -1) : -1;
    return follows(last, batch.baseSequence) ? undefined : refuse(errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER);
  }

  /** Takes note of a batch that was appended at `baseOffset`. */
  appended(batch: BatchHeader, baseOffset: bigint): void {
    const state = this.#states.get(batch.producerId) ?? newState(batch.producerEpoch);
    this.#states.set(batch.producerId, state);
    if (state.epoch !== batch.producerEpoch) {
      state.epoch = batch.producerEpoch;
      state.batches = [];
    }
    state.batches.push({
      firstSequence: batch.baseSequence,
      lastSequence: lastSequenceOf(batch),
      baseOffset,
      maxTimestamp: batch.maxTimestamp,
    });
    if (state.batches.length > REMEMBERED_BATCHES) state.batches.shift();
    state.lastTimestamp = batch.maxTimestamp;
    if (isTransactional(batch)) state.transactionStart ??= baseOffset;
  }

  /** Takes note of the marker that ended a producer's transaction. */
  ended({ producerId, producerEpoch: epoch, committed, offset, timestamp }: Marker): void {
    const state = this.#states.get(producerId) ?? newState(epoch);
    this.#states.set(producerId, state);
    if (state.epoch !== epoch) {
      state.epoch = epoch;
      state.batches = [];
    }
    state.coordinatorEpoch = COORDINATOR_EPOCH;
    state.lastTimestamp = timestamp;
    const firstOffset = state.transactionStart;
    state.transactionStart = undefined;
    if (!committed && firstOffset !== undefined)
      this.#aborted.push({ producerId, firstOffset, lastOffset: offset });
  }

  /** Offset of the first record of an open transaction; `undefined`: none is open. */
  get firstOpenOffset(): bigint | undefined {
    let first: bigint | undefined;
    for (const { transactionStart } of this.#states.values())
      if (transactionStart !== undefined && (first === undefined || transactionStart < first))
        first = transactionStart;
    return first;
  }

  /** The transactions that were aborted and have records from `from` up to, not including, `to`. */
  abortedBetween(from: bigint, to: bigint): readonly AbortedTransaction[] {
    return this.#aborted.filter(({ firstOffset, lastOffset }) => lastOffset >= from && firstOffset < to);
  }

  /** The producers, in no order. */
  summaries(): readonly ProducerSummary[] {
    return [...this.#states].map(([producerId, state]) => ({
      producerId,
      epoch: state.epoch,
      lastSequence: state.batches.at(-1)?.lastSequence ?? -1,
      lastTimestamp: state.lastTimestamp,
      coordinatorEpoch: state.coordinatorEpoch,
      transactionStart: state.transactionStart ?? -1n,
    }));
  }

  /** Forgets aborted transactions that ended before `offset`: no reader can see their records any more. */
  forgetBefore(offset: bigint): void {
    const kept = this.#aborted.filter(({ lastOffset }) => lastOffset >= offset);
    this.#aborted.splice(0, this.#aborted.length, ...kept);
  }
}

function newState(epoch: number): ProducerState {
  return { epoch, batches: [], lastTimestamp: -1n, coordinatorEpoch: -1, transactionStart: undefined };
}

function lastSequenceOf({ baseSequence, lastOffsetDelta }: BatchHeader): number {
  const last = baseSequence + lastOffsetDelta;
  return last > MAX_SEQUENCE ? last - MAX_SEQUENCE - 1 : last;
}

function follows(last: number, next: number): boolean {
  return next === last + 1 || (next === 0 && last === MAX_SEQUENCE);
}
