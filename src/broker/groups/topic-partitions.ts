import type { Topics } from '../topics.ts';
import type { NamedPartitions } from './consumer-protocol.ts';
import { parsePartitionKey, partitionKey } from './partition-key.ts';

/** Partitions of a topic, by its id. */
export interface TopicPartitions {
  readonly topicId: string;
  readonly partitions: readonly number[];
}

/** Partitions by topic, as messages carry them, in order. */
export function topicPartitionsOf(keys: Iterable<string>): readonly TopicPartitions[] {
  const topics = Map.groupBy([...keys].map(parsePartitionKey), ({ topicId }) => topicId);
  return [...topics].map(([topicId, places]) => ({
    topicId,
    partitions: places.map(({ partition }) => partition).toSorted((a, b) => a - b),
  }));
}

/** Partitions that a message names by the ids of their topics. */
export function keysOf(topicPartitions: readonly TopicPartitions[]): ReadonlySet<string> {
  return new Set(
    topicPartitions.flatMap(({ topicId, partitions }) =>
      partitions.map((partition) => partitionKey(topicId, partition)),
    ),
  );
}

/** Partitions by the names of their topics, those of topics that are gone left out. */
export function namedPartitionsOf(keys: Iterable<string>, topics: Topics): readonly NamedPartitions[] {
  return topicPartitionsOf(keys).flatMap(({ topicId, partitions }) => {
    const topic = topics.withId(topicId)?.name;
    return topic === undefined ? [] : [{ topic, partitions }];
  });
}

/** Partitions that a message names by the names of their topics, those of topics that are gone left out. */
export function keysOfNamed(named: readonly NamedPartitions[], topics: Topics): ReadonlySet<string> {
  return keysOf(
    named.flatMap(({ topic, partitions }) => {
      const topicId = topics.named(topic)?.id;
      return topicId === undefined ? [] : [{ topicId, partitions }];
    }),
  );
}
