import { errorCodes } from '../error-codes.ts';
import { leaderEpochProblem } from '../fetch-partitions.ts';
import { findRecord, latestRecord } from '../log/find-record.ts';
import { LEADER_EPOCH, type PartitionLog } from '../log/partition-log.ts';
import { optional, since } from '../wire/field.ts';
import { int8, int16, int32, int64, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * ListOffsets (key 2), versions 1–11. v2: isolation. v4: leader epochs. v6: flexible. v7: -3, the latest time stamp.
 * v8: -4 and v9: -5, about tiered storage. v10: timeout. v11: -6, about tiered storage.
 * Source: https://kafka.apache.org/protocol#The_Messages_ListOffsets
 */
export const listOffsets = defineApi({
  key: 2,
  versions: [1, 11],
  flexibleFrom: 6,
  request: {
    replicaId: int32,
    isolationLevel: since(2, int8),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        currentLeaderEpoch: since(4, int32, -1),
        timestamp: int64,
      }),
    }),
    timeoutMs: since(10, int32),
  },
  response: {
    throttleTimeMs: since(2, int32, 0),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        timestamp: optional(int64, -1n),
        offset: optional(int64, -1n),
        leaderEpoch: since(4, int32, -1),
      }),
    }),
  },
  handle: ({ topics, isolationLevel }, { broker, version }) =>
    answerEach(topics, ({ name, partitionIndex, currentLeaderEpoch, timestamp }) => {
      if (version < firstVersionOf(timestamp)) return { errorCode: errorCodes.UNSUPPORTED_VERSION };
      const log = broker.topics.partition(name, partitionIndex);
      if (!log) return { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION };
      const problem = leaderEpochProblem(currentLeaderEpoch);
      if (problem !== undefined) return { errorCode: problem };
      return find(log, timestamp, isolationLevel === READ_COMMITTED);
    }),
  refuse: ({ topics }, errorCode) => answerEach(topics, () => ({ errorCode })),
});

const READ_COMMITTED = 1;
const LATEST = -1n;
const EARLIEST = -2n;
const MAX_TIMESTAMP = -3n;
const EARLIEST_LOCAL = -4n;
/** Nothing is tiered. */
const LATEST_TIERED = -5n;
const EARLIEST_PENDING_UPLOAD = -6n;

/** The version that brought a time with a meaning of its own; Infinity: it has none yet. */
function firstVersionOf(timestamp: bigint): number {
  return timestamp >= EARLIEST ? 1 : (SPECIAL_FROM.get(timestamp) ?? Infinity);
}

const SPECIAL_FROM: ReadonlyMap<bigint, number> = new Map([
  [MAX_TIMESTAMP, 7],
  [EARLIEST_LOCAL, 8],
  [LATEST_TIERED, 9],
  [EARLIEST_PENDING_UPLOAD, 11],
]);

interface Wish {
  readonly name: string;
  readonly partitionIndex: number;
  readonly currentLeaderEpoch: number;
  readonly timestamp: bigint;
}

interface Found {
  readonly errorCode: number;
  readonly timestamp?: bigint;
  readonly offset?: bigint;
  readonly leaderEpoch?: number;
}

function answerEach(
  topics: readonly { readonly name: string; readonly partitions: readonly Omit<Wish, 'name'>[] }[],
  look: (wish: Wish) => Found,
) {
  return {
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((partition) => ({
        partitionIndex: partition.partitionIndex,
        ...look({ name, ...partition }),
      })),
    })),
  };
}

function find(log: PartitionLog, timestamp: bigint, isCommitted: boolean): Found {
  const found = { errorCode: errorCodes.NONE, leaderEpoch: LEADER_EPOCH };
  const end = isCommitted ? log.lastStableOffset : log.endOffset;
  if (timestamp === LATEST) return { ...found, offset: end };
  if (timestamp === EARLIEST || timestamp === EARLIEST_LOCAL) return { ...found, offset: log.startOffset };
  if (timestamp === LATEST_TIERED || timestamp === EARLIEST_PENDING_UPLOAD)
    return { errorCode: errorCodes.NONE };
  const record = timestamp === MAX_TIMESTAMP ? latestRecord(log) : findRecord(log, timestamp);
  if (!record || record.offset >= end) return { errorCode: errorCodes.NONE };
  return { ...found, timestamp: record.timestamp, offset: record.offset };
}
