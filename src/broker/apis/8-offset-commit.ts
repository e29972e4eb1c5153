import { answerOffsets, commitOffsets, commitProblem } from '../groups/commit-offsets.ts';
import { nullable, optional, since, until } from '../wire/field.ts';
import { int16, int32, int64, string, uuid } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * OffsetCommit (key 8), versions 2–10. v6: leader epochs. v7: static members. v8: flexible. v9: new group protocol (KIP-848).
 * v10: topic ids. Source: https://kafka.apache.org/protocol#The_Messages_OffsetCommit
 */
export const offsetCommit = defineApi({
  key: 8,
  versions: [2, 10],
  flexibleFrom: 8,
  request: {
    groupId: string,
    generationIdOrMemberEpoch: optional(int32, -1),
    memberId: string,
    groupInstanceId: since(7, nullable(string), null),
    retentionTimeMs: until(4, int64, -1n),
    topics: list({
      name: until(9, string),
      topicId: since(10, uuid),
      partitions: list({
        partitionIndex: int32,
        committedOffset: int64,
        committedLeaderEpoch: since(6, int32, -1),
        committedMetadata: nullable(string),
      }),
    }),
  },
  response: {
    throttleTimeMs: since(3, int32, 0),
    topics: list({
      name: until(9, string),
      topicId: since(10, uuid),
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
      }),
    }),
  },
  handle(request, { broker, version }) {
    const knowsEpochs = version >= EPOCHS_FROM;
    return commitOffsets(broker, request, {
      admit: (keys) => commitProblem(broker, request, { isTransactional: false, knowsEpochs, keys }),
      store: (offsets, placed) => offsets.commit(placed),
    });
  },
  refuse: ({ topics }, errorCode) => answerOffsets(topics, () => errorCode),
});

/** First version whose clients know the errors of the new group protocol. */
const EPOCHS_FROM = 9;
