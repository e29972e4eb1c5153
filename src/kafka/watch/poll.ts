import type * as library from '@platformatic/kafka';
import type { Answer } from '../lane.ts';
import type { Isolation } from '../port.ts';
import { FETCH_BY_TOPIC_ID } from '../protocol-call.ts';
import type { WatchedPartition } from './partition.ts';

/** A fetch request under way: which partitions it asks for, as of when it was sent. */
export interface Poll {
  /** Counts up. */
  readonly number: number;
  readonly partitions: readonly WatchedPartition[];
}

/** What came back for one of the partitions. */
export interface PollResult {
  readonly partition: WatchedPartition;
  readonly fetched: library.fetchV17.FetchResponsePartition;
}

/** How long a broker holds a request that has nothing to bring. */
const LONG_POLL_MS = 500;
/** Compressed: what a response holds is unpacked at once, and test data may shrink to a hundredth. */
const LARGEST_RESPONSE_BYTES = 4 * 1024 * 1024;
const LARGEST_PARTITION_BYTES = 256 * 1024;
const SMALLEST_RESPONSE_BYTES = 1;

const ISOLATION_LEVEL: Readonly<Record<Isolation, number>> = { read_uncommitted: 0, read_committed: 1 };
// Sessions would spare a few bytes a request, and every error or lost connection would have to mend them.
const NO_SESSION = 0;
const FULL_FETCH = -1;
const UNKNOWN_EPOCH = -1;
const NO_RACK = '';

/** The fetch request of a poll; those that have waited longest for their turn come first, as a response has a limit. */
export function fetchArguments(
  { partitions }: Poll,
  isolation: Isolation,
): (version: number) => Parameters<typeof library.fetchV17.createRequest> {
  return (version) => {
    const topics = new Map<string, library.fetchV17.FetchRequestTopic>();
    for (const partition of partitions.toSorted((a, b) => a.served - b.served)) {
      const topicId = nameFor(partition, version);
      const topic = topics.get(topicId) ?? { topicId, partitions: [] };
      topics.set(topicId, topic);
      topic.partitions.push({
        partition: partition.partition,
        currentLeaderEpoch: UNKNOWN_EPOCH,
        fetchOffset: partition.position,
        lastFetchedEpoch: UNKNOWN_EPOCH,
        partitionMaxBytes: LARGEST_PARTITION_BYTES,
      });
    }
    return [
      LONG_POLL_MS,
      SMALLEST_RESPONSE_BYTES,
      LARGEST_RESPONSE_BYTES,
      ISOLATION_LEVEL[isolation],
      NO_SESSION,
      FULL_FETCH,
      [...topics.values()],
      [],
      NO_RACK,
    ];
  };
}

/** Matches the parts of a response to the partitions that were asked for. */
export function pollResults(
  { partitions }: Poll,
  { response, version }: Answer<library.fetchV17.FetchResponse>,
): readonly PollResult[] {
  const asked = new Map(partitions.map((one) => [`${nameFor(one, version)}/${one.partition}`, one]));
  return response.responses.flatMap(({ topicId, partitions: results }) =>
    results.flatMap((fetched) => {
      const partition = asked.get(`${topicId}/${fetched.partitionIndex}`);
      return partition ? [{ partition, fetched }] : [];
    }),
  );
}

function nameFor({ topic, topicId }: WatchedPartition, version: number): string {
  return version >= FETCH_BY_TOPIC_ID ? topicId : topic;
}
