import { NO_OPERATIONS, operationsOf } from '../authorized-operations.ts';
import type { Broker } from '../broker.ts';
import { errorCodes } from '../error-codes.ts';
import { isInternalTopic, topicNameProblem } from '../topics.ts';
import { nullable, optional } from '../wire/field.ts';
import { bool, int16, int32, NO_ID, string, uuid } from '../wire/primitives.ts';
import { list, struct } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';
import { describePartition } from './describe-partition.ts';

/**
 * DescribeTopicPartitions (key 75), version 0: topics in pages (KIP-966).
 * Source: https://kafka.apache.org/protocol#The_Messages_DescribeTopicPartitions
 */
export const describeTopicPartitions = defineApi({
  key: 75,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    topics: list({
      name: string,
    }),
    responsePartitionLimit: optional(int32, 2000),
    cursor: optional(
      nullable(
        struct({
          topicName: string,
          partitionIndex: int32,
        }),
      ),
      null,
    ),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      errorCode: int16,
      name: nullable(string),
      topicId: uuid,
      isInternal: optional(bool, false),
      partitions: list({
        errorCode: int16,
        partitionIndex: int32,
        leaderId: int32,
        leaderEpoch: optional(int32, -1),
        replicaNodes: list(int32),
        isrNodes: list(int32),
        eligibleLeaderReplicas: optional(nullable(list(int32)), null),
        lastKnownElr: optional(nullable(list(int32)), null),
        offlineReplicas: list(int32),
      }),
      topicAuthorizedOperations: optional(int32, -2147483648),
    }),
    nextCursor: optional(
      nullable(
        struct({
          topicName: string,
          partitionIndex: int32,
        }),
      ),
      null,
    ),
  },
  handle({ topics, responsePartitionLimit, cursor }, { broker }) {
    const names =
      topics.length > 0 ? topics.map(({ name }) => name) : broker.topics.all().map(({ name }) => name);
    const wanted = [...new Set(names)].sort().filter((name) => !cursor || name >= cursor.topicName);
    const isKnown = !cursor || topics.length === 0 || wanted.includes(cursor.topicName);
    if (!isKnown || (cursor && cursor.partitionIndex < 0)) return refused(topics, errorCodes.INVALID_REQUEST);
    const described: ReturnType<typeof describe>[] = [];
    let rest = Math.min(Math.max(1, responsePartitionLimit), MAX_PARTITIONS);
    for (const name of wanted) {
      const first = cursor?.topicName === name ? cursor.partitionIndex : 0;
      if (rest === 0) return { topics: described, nextCursor: { topicName: name, partitionIndex: first } };
      const topic = describe(broker, name, first, rest);
      described.push(topic);
      rest -= topic.partitions.length;
      const next = first + topic.partitions.length;
      if (next < (broker.topics.named(name)?.partitions.length ?? 0))
        return { topics: described, nextCursor: { topicName: name, partitionIndex: next } };
    }
    return { topics: described, nextCursor: null };
  },
  refuse: ({ topics }, errorCode) => refused(topics, errorCode),
});

function refused(topics: readonly { readonly name: string }[], errorCode: number) {
  return { topics: topics.map(({ name }) => missing(name, errorCode)), nextCursor: null };
}

/** As Kafka's max.request.partition.size.limit. */
const MAX_PARTITIONS = 2000;

function describe({ topics, nodeId }: Broker, name: string, first: number, count: number) {
  const topic = topics.named(name);
  if (!topic) {
    const isValid = topicNameProblem(name) === undefined;
    return missing(
      name,
      isValid ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION : errorCodes.INVALID_TOPIC_EXCEPTION,
      operationsOf('topic'),
    );
  }
  const indexes = [...topic.partitions.keys()].slice(first, first + count);
  return {
    errorCode: errorCodes.NONE,
    name,
    topicId: topic.id,
    isInternal: isInternalTopic(name),
    partitions: indexes.map((partitionIndex) => ({
      ...describePartition(partitionIndex, nodeId),
      eligibleLeaderReplicas: [],
      lastKnownElr: [],
    })),
    topicAuthorizedOperations: operationsOf('topic'),
  };
}

function missing(name: string, errorCode: number, topicAuthorizedOperations = NO_OPERATIONS) {
  return { errorCode, name, topicId: NO_ID, partitions: [], topicAuthorizedOperations };
}
