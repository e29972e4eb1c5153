import type { RequestContext } from '../apis/request-context.ts';
import type { Broker } from '../broker.ts';
import { errorCodes } from '../error-codes.ts';
import { NO_ID } from '../wire/primitives.ts';
import type { PlacedOffset } from './committed-offsets.ts';

/** The offsets of one topic in a commit request. */
export interface OffsetTopic {
  readonly name: string;
  readonly topicId: string;
  readonly partitions: readonly OffsetPartition[];
}

/** The offset of one partition in a commit request. */
export interface OffsetPartition {
  readonly partitionIndex: number;
  readonly committedOffset: bigint;
  readonly committedLeaderEpoch: number;
  readonly committedMetadata: string | null;
}

/** Who commits. */
export interface Committer {
  readonly groupId: string;
  readonly generationIdOrMemberEpoch: number;
  readonly memberId: string;
  readonly groupInstanceId: string | null;
}

/** Why a commit is refused as a whole, as an error code; `undefined`: it is not. */
export function commitProblem(committer: Committer, { broker }: RequestContext): number | undefined {
  const { groupId, memberId, groupInstanceId, generationIdOrMemberEpoch: generationId } = committer;
  const group = broker.groups.get(groupId);
  if (!group) return generationId >= 0 ? errorCodes.ILLEGAL_GENERATION : undefined;
  const code = group.checkCommit({ memberId, groupInstanceId, generationId }, false);
  return code === errorCodes.NONE ? undefined : code;
}

/** Hands one offset of a request to `commit` if its partition exists. The error code of the partition. */
export function placeOffset(
  broker: Broker,
  topic: OffsetTopic,
  partition: OffsetPartition,
  commit: (placed: PlacedOffset) => void,
): number {
  const found = broker.topics.find(topic);
  if (!found && topic.topicId !== NO_ID) return errorCodes.UNKNOWN_TOPIC_ID;
  if (!found?.partitions[partition.partitionIndex]) return errorCodes.UNKNOWN_TOPIC_OR_PARTITION;
  const metadata = partition.committedMetadata ?? '';
  if (Buffer.byteLength(metadata) > broker.configuration.number('offset.metadata.max.bytes'))
    return errorCodes.OFFSET_METADATA_TOO_LARGE;
  commit({
    topic: found.name,
    partition: partition.partitionIndex,
    offset: partition.committedOffset,
    leaderEpoch: partition.committedLeaderEpoch,
    metadata,
  });
  return errorCodes.NONE;
}

/** The answer of a commit: the error code of every partition that was asked for. */
export function answerOffsets(
  topics: readonly OffsetTopic[],
  commit: (topic: OffsetTopic, partition: OffsetPartition) => number,
) {
  return {
    topics: topics.map((topic) => ({
      name: topic.name,
      topicId: topic.topicId,
      partitions: topic.partitions.map((partition) => ({
        partitionIndex: partition.partitionIndex,
        errorCode: commit(topic, partition),
      })),
    })),
  };
}
