import type { Broker } from '../broker.ts';
import { errorCodes } from '../error-codes.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { bool, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * AlterPartitionReassignments (key 45), versions 0–1. v1: the replication factor may change. A partition can only be where it is.
 * Source: https://kafka.apache.org/protocol#The_Messages_AlterPartitionReassignments
 */
export const alterPartitionReassignments = defineApi({
  key: 45,
  versions: [0, 1],
  flexibleFrom: 0,
  request: {
    timeoutMs: optional(int32, 60000),
    allowReplicationFactorChange: since(1, bool, true),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        replicas: optional(nullable(list(int32)), null),
      }),
    }),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    allowReplicationFactorChange: since(1, bool, true),
    errorCode: int16,
    errorMessage: nullable(string),
    responses: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        errorMessage: nullable(string),
      }),
    }),
  },
  handle: ({ topics }, { broker }) => answerEach(topics, (topic, wish) => reassign(broker, topic, wish)),
  refuse: ({ topics }, errorCode) => ({ ...answerEach(topics, () => errorCode), errorCode }),
});

interface PartitionWish {
  readonly partitionIndex: number;
  /** null: stop what goes on. */
  readonly replicas: readonly number[] | null;
}

function answerEach(
  topics: readonly { readonly name: string; readonly partitions: readonly PartitionWish[] }[],
  answer: (topic: string, wish: PartitionWish) => number,
) {
  const responses = topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map((wish) => ({
      partitionIndex: wish.partitionIndex,
      errorCode: answer(name, wish),
      errorMessage: null,
    })),
  }));
  return { errorCode: errorCodes.NONE, errorMessage: null, responses };
}

function reassign(
  { topics, nodeId }: Broker,
  topic: string,
  { partitionIndex, replicas }: PartitionWish,
): number {
  if (!topics.partition(topic, partitionIndex)) return errorCodes.UNKNOWN_TOPIC_OR_PARTITION;
  if (replicas === null) return errorCodes.NO_REASSIGNMENT_IN_PROGRESS;
  const isHere = replicas.length === 1 && replicas[0] === nodeId;
  return isHere ? errorCodes.NONE : errorCodes.INVALID_REPLICA_ASSIGNMENT;
}
