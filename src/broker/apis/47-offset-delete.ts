import { errorCodes } from '../error-codes.ts';
import { optional } from '../wire/field.ts';
import { int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * OffsetDelete (key 47), version 0: forgets committed offsets of topics that no member reads (KIP-496).
 * Source: https://kafka.apache.org/protocol#The_Messages_OffsetDelete
 */
export const offsetDelete = defineApi({
  key: 47,
  versions: [0, 0],
  request: {
    groupId: string,
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
      }),
    }),
  },
  response: {
    errorCode: int16,
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
      }),
    }),
  },
  handle({ groupId, topics }, { broker }) {
    const group = broker.groups.get(groupId);
    if (!group) return { errorCode: errorCodes.GROUP_ID_NOT_FOUND, topics: [] };
    if (!group.isVacant && group.protocolType !== 'consumer')
      return { errorCode: errorCodes.NON_EMPTY_GROUP, topics: [] };
    return {
      errorCode: errorCodes.NONE,
      topics: topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex }) => {
          const isThere = broker.topics.partition(name, partitionIndex) !== undefined;
          if (!isThere) return { partitionIndex, errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION };
          if (group.isSubscribedTo(name))
            return { partitionIndex, errorCode: errorCodes.GROUP_SUBSCRIBED_TO_TOPIC };
          group.offsets.delete(name, partitionIndex);
          return { partitionIndex, errorCode: errorCodes.NONE };
        }),
      })),
    };
  },
  refuse: (_request, errorCode) => ({ errorCode, topics: [] }),
});
