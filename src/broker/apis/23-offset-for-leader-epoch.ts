import { errorCodes } from '../error-codes.ts';
import { leaderEpochProblem } from '../fetch-partitions.ts';
import { LEADER_EPOCH } from '../log/partition-log.ts';
import { optional, since } from '../wire/field.ts';
import { int16, int32, int64, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * OffsetForLeaderEpoch (key 23), versions 2–4. v3: replica id. v4: flexible. There is one epoch, which ends at the end of the log.
 * Source: https://kafka.apache.org/protocol#The_Messages_OffsetForLeaderEpoch
 */
export const offsetForLeaderEpoch = defineApi({
  key: 23,
  versions: [2, 4],
  flexibleFrom: 4,
  request: {
    replicaId: since(3, int32, -2),
    topics: list({
      topic: string,
      partitions: list({
        partition: int32,
        currentLeaderEpoch: optional(int32, -1),
        leaderEpoch: int32,
      }),
    }),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      topic: string,
      partitions: list({
        errorCode: int16,
        partition: int32,
        leaderEpoch: optional(int32, -1),
        endOffset: optional(int64, -1n),
      }),
    }),
  },
  handle: ({ topics }, { broker }) =>
    answerEach(topics, (topic, { partition, currentLeaderEpoch, leaderEpoch }) => {
      const log = broker.topics.partition(topic, partition);
      if (!log) return { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION };
      const problem = leaderEpochProblem(currentLeaderEpoch);
      if (problem !== undefined) return { errorCode: problem };
      if (leaderEpoch !== LEADER_EPOCH) return { errorCode: errorCodes.NONE };
      return { errorCode: errorCodes.NONE, leaderEpoch, endOffset: log.endOffset };
    }),
  refuse: ({ topics }, errorCode) => answerEach(topics, () => ({ errorCode })),
});

interface PartitionWish {
  readonly partition: number;
  readonly currentLeaderEpoch: number;
  readonly leaderEpoch: number;
}

interface Answer {
  readonly errorCode: number;
  readonly leaderEpoch?: number;
  readonly endOffset?: bigint;
}

function answerEach(
  topics: readonly { readonly topic: string; readonly partitions: readonly PartitionWish[] }[],
  answer: (topic: string, wish: PartitionWish) => Answer,
) {
  return {
    topics: topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map((wish) => ({ partition: wish.partition, ...answer(topic, wish) })),
    })),
  };
}
