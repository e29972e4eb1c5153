import { errorCodes, NOT_HOSTED } from '../error-codes.ts';
import { nullable, optional, since, until } from '../wire/field.ts';
import { int16, int32, NO_ID, string, uuid } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DeleteTopics (key 20), versions 1–6. v4: flexible. v5: error messages. v6: topics by name or id.
 * Source: https://kafka.apache.org/protocol#The_Messages_DeleteTopics
 */
export const deleteTopics = defineApi({
  key: 20,
  versions: [1, 6],
  flexibleFrom: 4,
  request: {
    topics: since(
      6,
      list({
        name: optional(nullable(string), null),
        topicId: uuid,
      }),
    ),
    topicNames: until(5, list(string)),
    timeoutMs: int32,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    responses: list({
      name: nullable(string),
      topicId: since(6, uuid),
      errorCode: int16,
      errorMessage: since(5, nullable(string), null),
    }),
  },
  handle: (request, { broker }) => ({
    responses: wishesOf(request).map(({ name, topicId }) => {
      const topic = broker.topics.find({ name: name ?? '', topicId });
      const errorCode =
        topicId === NO_ID ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION : errorCodes.UNKNOWN_TOPIC_ID;
      if (!topic) return { name, topicId, errorCode, errorMessage: NOT_HOSTED };
      broker.deleteTopic(topic);
      return { name: topic.name, topicId: topic.id, errorCode: errorCodes.NONE };
    }),
  }),
  refuse: (request, errorCode) => ({
    responses: wishesOf(request).map(({ name, topicId }) => ({ name, topicId, errorCode })),
  }),
});

interface Wish {
  readonly name: string | null;
  readonly topicId: string;
}

function wishesOf({
  topics,
  topicNames,
}: {
  readonly topics: readonly Wish[];
  readonly topicNames: readonly string[];
}): readonly Wish[] {
  return [...topics, ...topicNames.map((name) => ({ name, topicId: NO_ID }))];
}
