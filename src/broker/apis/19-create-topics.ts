import { describeSettings } from '../config/describe-settings.ts';
import { createTopic, type NewTopic } from '../create-topic.ts';
import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import type { Topic } from '../topics.ts';
import { nullable, optional, since, tagged } from '../wire/field.ts';
import { bool, int8, int16, int32, NO_ID, string, uuid } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * CreateTopics (key 19), versions 2–7. v4: -1 takes the defaults. v5: flexible, and what was created is told. v7: topic ids.
 * Any replication factor is taken, though there is one broker: services ask for what they have in production.
 * Source: https://kafka.apache.org/protocol#The_Messages_CreateTopics
 */
export const createTopics = defineApi({
  key: 19,
  versions: [2, 7],
  flexibleFrom: 5,
  request: {
    topics: list({
      name: string,
      numPartitions: int32,
      replicationFactor: int16,
      assignments: list({
        partitionIndex: int32,
        brokerIds: list(int32),
      }),
      configs: list({
        name: string,
        value: nullable(string),
      }),
    }),
    timeoutMs: optional(int32, 60000),
    validateOnly: optional(bool, false),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: string,
      topicId: since(7, uuid),
      errorCode: int16,
      errorMessage: nullable(string),
      topicConfigErrorCode: tagged(0, 5, int16),
      numPartitions: since(5, int32, -1),
      replicationFactor: since(5, int16, -1),
      configs: since(
        5,
        nullable(
          list({
            name: string,
            value: nullable(string),
            readOnly: bool,
            configSource: optional(int8, -1),
            isSensitive: bool,
          }),
        ),
      ),
    }),
  },
  handle({ topics, validateOnly }, { broker }) {
    const counts = Map.groupBy(topics, ({ name }) => name);
    return {
      topics: [...counts].map(([name, drafts]) => {
        const [draft] = drafts;
        if (!draft || drafts.length > 1) return refused(name, duplicate());
        const created = createTopic(broker, draft, validateOnly);
        return 'errorCode' in created ? refused(name, created) : describe(created, draft, validateOnly);
      }),
    };
  },
  refuse: ({ topics }, errorCode) => ({
    topics: topics.map(({ name }) => refused(name, refuse(errorCode, ''))),
  }),
});

function duplicate(): Refusal {
  return refuse(errorCodes.INVALID_REQUEST, 'Duplicate topic name.');
}

function refused(name: string, { errorCode, errorMessage }: Refusal) {
  return { name, topicId: NO_ID, errorCode, errorMessage, configs: null };
}

function describe({ name, id, partitions, configuration }: Topic, draft: NewTopic, isOnlyValidated: boolean) {
  return {
    name,
    topicId: isOnlyValidated ? NO_ID : id,
    errorCode: errorCodes.NONE,
    errorMessage: null,
    numPartitions: partitions.length,
    replicationFactor: Math.max(1, draft.replicationFactor),
    configs: describeSettings(configuration),
  };
}
