import { errorCodes } from './error-codes.ts';
import { LEADER_EPOCH, type PartitionLog } from './log/partition-log.ts';
import type { Topics } from './topics.ts';
import { NO_ID } from './wire/primitives.ts';

/** What a consumer wants of one partition. The topic has a name or an id, depending on the version. */
export interface PartitionWish {
  readonly topic: string;
  readonly topicId: string;
  readonly partition: number;
  readonly currentLeaderEpoch: number;
  readonly fetchOffset: bigint;
  readonly partitionMaxBytes: number;
}

/** How much one fetch takes, of which records. */
export interface FetchLimits {
  readonly maxBytes: number;
  /** Only records of transactions that are done. */
  readonly isCommitted: boolean;
  /** Whether a topic gives no records for now. */
  isPaused(topic: string): boolean;
}

/** One partition of a Fetch response. */
export interface FetchedPartition {
  readonly topic: string;
  readonly topicId: string;
  readonly partitionIndex: number;
  readonly errorCode: number;
  readonly highWatermark: bigint;
  readonly lastStableOffset: bigint;
  readonly logStartOffset: bigint;
  readonly abortedTransactions:
    | readonly { readonly producerId: bigint; readonly firstOffset: bigint }[]
    | null;
  readonly records: readonly Buffer[];
  readonly sizeBytes: number;
  /** What was read; absent when there is no such partition. */
  readonly log: PartitionLog | undefined;
}

/** Reads what is there now, in the order of the wishes. The first batch comes even when it is over the limits. */
export function fetchPartitions(
  topics: Topics,
  wishes: readonly PartitionWish[],
  limits: FetchLimits,
): readonly FetchedPartition[] {
  let restBytes = limits.maxBytes;
  let isEmpty = true;
  return wishes.map((wish) => {
    const fetched = fetchPartition(topics, wish, { ...limits, maxBytes: restBytes }, isEmpty);
    restBytes = Math.max(0, restBytes - fetched.sizeBytes);
    if (fetched.sizeBytes > 0) isEmpty = false;
    return fetched;
  });
}

/** Whether a fetch is to be answered without more waiting. */
export function hasEnough(fetched: readonly FetchedPartition[], minBytes: number): boolean {
  const sizeBytes = fetched.reduce((sum, each) => sum + each.sizeBytes, 0);
  return sizeBytes >= minBytes || fetched.some(({ errorCode }) => errorCode !== errorCodes.NONE);
}

function fetchPartition(
  topics: Topics,
  wish: PartitionWish,
  { maxBytes, isCommitted, isPaused }: FetchLimits,
  atLeastOne: boolean,
): FetchedPartition {
  const { fetchOffset, partitionMaxBytes } = wish;
  const topic = topics.find({ name: wish.topic, topicId: wish.topicId });
  const log = topic?.partitions[wish.partition];
  if (!log)
    return failed(
      wish,
      wish.topicId !== NO_ID && !topic ? errorCodes.UNKNOWN_TOPIC_ID : errorCodes.UNKNOWN_TOPIC_OR_PARTITION,
    );
  const epochProblem = leaderEpochProblem(wish.currentLeaderEpoch);
  if (epochProblem !== undefined) return failed(wish, epochProblem, log);
  if (fetchOffset < log.startOffset || fetchOffset > log.endOffset)
    return failed(wish, errorCodes.OFFSET_OUT_OF_RANGE, log);
  const below = isCommitted ? log.lastStableOffset : log.endOffset;
  const { pieces, sizeBytes } = log.read(fetchOffset, {
    maxBytes: Math.min(maxBytes, partitionMaxBytes),
    atLeastOne,
    below: isPaused(log.topic) ? 0n : below,
  });
  return {
    ...placeOf(wish),
    errorCode: errorCodes.NONE,
    highWatermark: log.endOffset,
    lastStableOffset: log.lastStableOffset,
    logStartOffset: log.startOffset,
    abortedTransactions: isCommitted ? log.abortedBetween(fetchOffset, below) : null,
    records: pieces,
    sizeBytes,
    log,
  };
}

/** Why a client that believes in this leader epoch is not answered. */
export function leaderEpochProblem(epoch: number): number | undefined {
  if (epoch < 0 || epoch === LEADER_EPOCH) return undefined;
  return epoch < LEADER_EPOCH ? errorCodes.FENCED_LEADER_EPOCH : errorCodes.UNKNOWN_LEADER_EPOCH;
}

function failed(wish: PartitionWish, errorCode: number, log?: PartitionLog): FetchedPartition {
  return {
    ...placeOf(wish),
    errorCode,
    highWatermark: -1n,
    lastStableOffset: -1n,
    logStartOffset: -1n,
    // As in Kafka: null of a partition that is there, but a list of one that is not.
    abortedTransactions: log ? null : [],
    records: [],
    sizeBytes: 0,
    log,
  };
}

function placeOf({ topic, topicId, partition }: PartitionWish) {
  return { topic, topicId, partitionIndex: partition };
}
