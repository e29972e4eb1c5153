import type { Broker } from '../broker.ts';
import { errorCodes } from '../error-codes.ts';
import { optional } from '../wire/field.ts';
import { int16, int32, int64, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DeleteRecords (key 21), versions 0–2. v2: flexible. Offset -1 stands for the end.
 * Source: https://kafka.apache.org/protocol#The_Messages_DeleteRecords
 */
export const deleteRecords = defineApi({
  key: 21,
  versions: [0, 2],
  flexibleFrom: 2,
  request: {
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        offset: int64,
      }),
    }),
    timeoutMs: int32,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        lowWatermark: int64,
        errorCode: int16,
      }),
    }),
  },
  handle: ({ topics }, { broker }) =>
    answerEach(topics, (topic, { partitionIndex, offset }) =>
      deleteFrom(broker, topic, partitionIndex, offset),
    ),
  refuse: ({ topics }, errorCode) => answerEach(topics, () => failed(errorCode)),
});

interface PartitionWish {
  readonly partitionIndex: number;
  readonly offset: bigint;
}

interface Answer {
  readonly lowWatermark: bigint;
  readonly errorCode: number;
}

function answerEach(
  topics: readonly { readonly name: string; readonly partitions: readonly PartitionWish[] }[],
  answer: (topic: string, wish: PartitionWish) => Answer,
) {
  return {
    topics: topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((wish) => ({
        partitionIndex: wish.partitionIndex,
        ...answer(name, wish),
      })),
    })),
  };
}

function deleteFrom({ topics }: Broker, name: string, partition: number, offset: bigint): Answer {
  const topic = topics.named(name);
  const log = topic?.partitions[partition];
  if (!topic || !log) return failed(errorCodes.UNKNOWN_TOPIC_OR_PARTITION);
  if (!topic.configuration.list('cleanup.policy').includes('delete'))
    return failed(errorCodes.POLICY_VIOLATION);
  const before = offset === -1n ? log.endOffset : offset;
  if (before < 0n || before > log.endOffset) return failed(errorCodes.OFFSET_OUT_OF_RANGE);
  log.deleteBefore(before);
  return { lowWatermark: log.startOffset, errorCode: errorCodes.NONE };
}

function failed(errorCode: number): Answer {
  return { lowWatermark: -1n, errorCode };
}
