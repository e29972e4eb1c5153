import type { Broker } from '../broker.ts';
import { errorCodes } from '../error-codes.ts';
import { NO_ID } from '../wire/primitives.ts';
import type { CommitAttempt } from './classic-requests.ts';
import type { CommittedOffsets, PlacedOffset } from './committed-offsets.ts';
import { partitionKey } from './partition-key.ts';

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

/** Why a commit is refused as a whole, as an error code; NONE: it is not. */
export function commitProblem({ groups }: Broker, committer: Committer, attempt: CommitAttempt): number {
  const { groupId, memberId, groupInstanceId, generationIdOrMemberEpoch: generationId } = committer;
  const group = groups.get(groupId);
  if (group) return group.checkCommit({ memberId, groupInstanceId, generationId }, attempt);
  if (generationId < 0) return errorCodes.NONE;
  return attempt.knowsEpochs ? errorCodes.GROUP_ID_NOT_FOUND : errorCodes.ILLEGAL_GENERATION;
}

/** What becomes of the offsets of a request. */
export interface OffsetDestination {
  /** Whether the group takes offsets of these partitions, as an error code; asked once, and only if there is an offset to take. */
  admit(keys: readonly string[]): number;
  store(offsets: CommittedOffsets, placed: PlacedOffset): void;
}

/** Takes in the offsets of a request. Partitions that do not exist are found out before the group is asked, as in KafkaApis. */
export function commitOffsets(
  broker: Broker,
  { groupId, topics }: { readonly groupId: string; readonly topics: readonly OffsetTopic[] },
  { admit, store }: OffsetDestination,
) {
  const longest = broker.configuration.number('offset.metadata.max.bytes');
  const metadataOf = ({ committedMetadata }: OffsetPartition): string => committedMetadata ?? '';
  const isTooLong = (partition: OffsetPartition): boolean =>
    Buffer.byteLength(metadataOf(partition)) > longest;
  const found = new Map(topics.map((topic) => [topic, broker.topics.find(topic)]));
  const keys = [...found].flatMap(([{ partitions }, topic]) =>
    partitions
      .filter((partition) => topic?.partitions[partition.partitionIndex] && !isTooLong(partition))
      .map(({ partitionIndex }) => partitionKey(topic?.id ?? '', partitionIndex)),
  );
  let admission: number | undefined;
  return answerOffsets(topics, (topic, partition) => {
    const known = found.get(topic);
    if (!known && topic.topicId !== NO_ID) return errorCodes.UNKNOWN_TOPIC_ID;
    if (!known?.partitions[partition.partitionIndex]) return errorCodes.UNKNOWN_TOPIC_OR_PARTITION;
    admission ??= admit(keys);
    if (admission !== errorCodes.NONE) return admission;
    const { offsets } = broker.groups.findOrCreate(groupId);
    if (isTooLong(partition)) return errorCodes.OFFSET_METADATA_TOO_LARGE;
    store(offsets, {
      topic: known.name,
      partition: partition.partitionIndex,
      offset: partition.committedOffset,
      leaderEpoch: partition.committedLeaderEpoch,
      metadata: metadataOf(partition),
    });
    return errorCodes.NONE;
  });
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
