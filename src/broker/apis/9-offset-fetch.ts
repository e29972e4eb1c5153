import type { Broker } from '../broker.ts';
import { errorCodes } from '../error-codes.ts';
import type { CommittedOffsets } from '../groups/committed-offsets.ts';
import { between, nullable, optional, since, until } from '../wire/field.ts';
import { bool, int16, int32, int64, NO_ID, string, uuid } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * OffsetFetch (key 9), versions 1–10. v2: all topics of a group. v5: leader epochs. v6: flexible. v7: require_stable (KIP-447).
 * v8: several groups. v9: new group protocol (KIP-848). v10: topic ids.
 * Source: https://kafka.apache.org/protocol#The_Messages_OffsetFetch
 */
export const offsetFetch = defineApi({
  key: 9,
  versions: [1, 10],
  flexibleFrom: 6,
  request: {
    groupId: until(7, string),
    topics: until(
      7,
      nullable(
        list({
          name: string,
          partitionIndexes: list(int32),
        }),
      ),
    ),
    groups: since(
      8,
      list({
        groupId: string,
        memberId: since(9, nullable(string), null),
        memberEpoch: since(9, int32, -1),
        topics: nullable(
          list({
            name: until(9, string),
            topicId: since(10, uuid),
            partitionIndexes: list(int32),
          }),
        ),
      }),
    ),
    requireStable: since(7, bool, false),
  },
  response: {
    throttleTimeMs: since(3, int32, 0),
    topics: until(
      7,
      list({
        name: string,
        partitions: list({
          partitionIndex: int32,
          committedOffset: int64,
          committedLeaderEpoch: since(5, int32, -1),
          metadata: nullable(string),
          errorCode: int16,
        }),
      }),
    ),
    errorCode: between(2, 7, int16, 0),
    groups: since(
      8,
      list({
        groupId: string,
        topics: list({
          name: until(9, string),
          topicId: since(10, uuid),
          partitions: list({
            partitionIndex: int32,
            committedOffset: int64,
            committedLeaderEpoch: optional(int32, -1),
            metadata: nullable(string),
            errorCode: int16,
          }),
        }),
        errorCode: optional(int16, 0),
      }),
    ),
  },
  handle(request, { broker, version }) {
    const groups = groupsOf(request, version).map((group) =>
      fetchGroup(broker, group, request.requireStable),
    );
    const [only] = groups;
    return { topics: only?.topics ?? [], errorCode: only?.errorCode ?? errorCodes.NONE, groups };
  },
  refuse(request, errorCode, { version }) {
    const groups = groupsOf(request, version).map(({ groupId }) => ({ groupId, topics: [], errorCode }));
    return { topics: [], errorCode, groups };
  },
});

interface TopicWish {
  readonly name: string;
  readonly topicId?: string;
  readonly partitionIndexes: readonly number[];
}

interface GroupWish {
  readonly groupId: string;
  readonly memberId: string | null;
  readonly memberEpoch: number;
  /** null: all that the group has committed. */
  readonly topics: readonly TopicWish[] | null;
}

interface OffsetWish {
  readonly topic: string;
  readonly partition: number;
  readonly requireStable: boolean;
}

function groupsOf(
  {
    groupId,
    topics,
    groups,
  }: {
    readonly groupId: string;
    readonly topics: readonly TopicWish[] | null;
    readonly groups: readonly GroupWish[];
  },
  version: number,
): readonly GroupWish[] {
  return version < 8 ? [{ groupId, memberId: null, memberEpoch: -1, topics }] : groups;
}

function fetchGroup(
  broker: Broker,
  { groupId, topics, memberId, memberEpoch }: GroupWish,
  requireStable: boolean,
) {
  // Members of the new protocol must be who they say they are; of others nothing is asked.
  const problem = broker.groups.consumer(groupId)?.checkFetch(memberId, memberEpoch) ?? errorCodes.NONE;
  if (problem !== errorCodes.NONE) return { groupId, errorCode: problem, topics: [] };
  const offsets = broker.groups.get(groupId)?.offsets;
  const wanted =
    topics ??
    [...(offsets?.all() ?? [])].map(([name, partitions]) => ({
      name,
      topicId: broker.topics.named(name)?.id ?? NO_ID,
      partitionIndexes: [...partitions.keys()],
    }));
  return {
    groupId,
    errorCode: errorCodes.NONE,
    topics: wanted.map(({ name, topicId = NO_ID, partitionIndexes }) => {
      const topic = broker.topics.find({ name, topicId });
      const isUnknownId = topicId !== NO_ID && !topic;
      const fetchOffset = (partition: number) =>
        isUnknownId
          ? nowhere(errorCodes.UNKNOWN_TOPIC_ID)
          : offsetAt(offsets, { topic: topic?.name ?? name, partition, requireStable });
      return {
        name,
        topicId,
        partitions: partitionIndexes.map((partitionIndex) => ({
          partitionIndex,
          ...fetchOffset(partitionIndex),
        })),
      };
    }),
  };
}

function offsetAt(offsets: CommittedOffsets | undefined, { topic, partition, requireStable }: OffsetWish) {
  if (requireStable && offsets?.isUnstable(topic, partition))
    return nowhere(errorCodes.UNSTABLE_OFFSET_COMMIT);
  const committed = offsets?.get(topic, partition);
  if (!committed) return nowhere(errorCodes.NONE);
  return {
    committedOffset: committed.offset,
    committedLeaderEpoch: committed.leaderEpoch,
    metadata: committed.metadata,
    errorCode: errorCodes.NONE,
  };
}

function nowhere(errorCode: number) {
  return { committedOffset: -1n, committedLeaderEpoch: -1, metadata: '', errorCode };
}
