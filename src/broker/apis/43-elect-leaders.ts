import { errorCodes } from '../error-codes.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * ElectLeaders (key 43), versions 0–2. v1: unclean elections. v2: flexible. Every partition has the leader that it prefers.
 * Source: https://kafka.apache.org/protocol#The_Messages_ElectLeaders
 */
export const electLeaders = defineApi({
  key: 43,
  versions: [0, 2],
  flexibleFrom: 2,
  request: {
    electionType: since(1, int8),
    topicPartitions: nullable(
      list({
        topic: string,
        partitions: list(int32),
      }),
    ),
    timeoutMs: optional(int32, 60000),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: since(1, int16),
    replicaElectionResults: list({
      topic: string,
      partitionResult: list({
        partitionId: int32,
        errorCode: int16,
        errorMessage: nullable(string),
      }),
    }),
  },
  handle: ({ topicPartitions }, { broker }) =>
    answerEach(topicPartitions, (topic, partition) =>
      broker.topics.partition(topic, partition)
        ? {
            errorCode: errorCodes.ELECTION_NOT_NEEDED,
            errorMessage: 'Leader election not needed for topic partition.',
          }
        : { errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: `No such topic as ${topic}` },
    ),
  refuse: ({ topicPartitions }, errorCode) => ({
    ...answerEach(topicPartitions, () => ({ errorCode, errorMessage: null })),
    errorCode,
  }),
});

interface Answer {
  readonly errorCode: number;
  readonly errorMessage: string | null;
}

/** Without a list, all partitions that need an election are told: none. */
function answerEach(
  topics: readonly { readonly topic: string; readonly partitions: readonly number[] }[] | null,
  answer: (topic: string, partition: number) => Answer,
) {
  const replicaElectionResults = (topics ?? []).map(({ topic, partitions }) => ({
    topic,
    partitionResult: partitions.map((partitionId) => ({ partitionId, ...answer(topic, partitionId) })),
  }));
  return { errorCode: errorCodes.NONE, replicaElectionResults };
}
