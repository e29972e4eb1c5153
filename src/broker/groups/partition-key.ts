/** The partition of a topic as one word, which sets can hold. */
export function partitionKey(topicId: string, partition: number): string {
  return `${topicId}/${partition}`;
}

/** The topic and partition of a word that `partitionKey` made. */
export function parsePartitionKey(key: string): { readonly topicId: string; readonly partition: number } {
  const slash = key.indexOf('/');
  return { topicId: key.slice(0, slash), partition: Number(key.slice(slash + 1)) };
}
