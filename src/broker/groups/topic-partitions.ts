import { parsePartitionKey } from './assignors.ts';

/** Partitions by topic, as messages carry them, in order. */
export function topicPartitionsOf(
  keys: ReadonlySet<string>,
): readonly { readonly topicId: string; readonly partitions: readonly number[] }[] {
  const topics = Map.groupBy([...keys].map(parsePartitionKey), ({ topicId }) => topicId);
  return [...topics].map(([topicId, places]) => ({
    topicId,
    partitions: places.map(({ partition }) => partition).toSorted((a, b) => a - b),
  }));
}
