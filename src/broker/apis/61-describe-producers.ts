import { errorCodes, NOT_HOSTED } from '../error-codes.ts';
import type { PartitionLog } from '../log/partition-log.ts';
import { nullable, optional } from '../wire/field.ts';
import { int16, int32, int64, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DescribeProducers (key 61), version 0: who has written to a partition, and which transactions are open there (KIP-664).
 * Source: https://kafka.apache.org/protocol#The_Messages_DescribeProducers
 */
export const describeProducers = defineApi({
  key: 61,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    topics: list({
      name: string,
      partitionIndexes: list(int32),
    }),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        errorMessage: optional(nullable(string), null),
        activeProducers: list({
          producerId: int64,
          producerEpoch: int32,
          lastSequence: optional(int32, -1),
          lastTimestamp: optional(int64, -1n),
          coordinatorEpoch: int32,
          currentTxnStartOffset: optional(int64, -1n),
        }),
      }),
    }),
  },
  handle: ({ topics }, { broker }) =>
    answerEach(topics, (name, partition) => {
      const log = broker.topics.partition(name, partition);
      if (log) return { errorCode: errorCodes.NONE, activeProducers: producersOf(log) };
      const errorMessage = broker.topics.named(name) ? null : NOT_HOSTED;
      return { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION, errorMessage, activeProducers: [] };
    }),
  refuse: ({ topics }, errorCode) => answerEach(topics, () => ({ errorCode, activeProducers: [] })),
});

interface Answer {
  readonly errorCode: number;
  readonly errorMessage?: string | null;
  readonly activeProducers: ReturnType<typeof producersOf>;
}

function answerEach(
  topics: readonly { readonly name: string; readonly partitionIndexes: readonly number[] }[],
  answer: (topic: string, partition: number) => Answer,
) {
  return {
    topics: topics.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partitionIndex) => ({
        partitionIndex,
        ...answer(name, partitionIndex),
      })),
    })),
  };
}

function producersOf({ producers }: PartitionLog) {
  return producers.summaries().map(({ epoch, transactionStart, ...summary }) => ({
    ...summary,
    producerEpoch: epoch,
    currentTxnStartOffset: transactionStart,
  }));
}
