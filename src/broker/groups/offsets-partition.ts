/** Has no absolute value among the integers. */
const LEAST_INT = -(2 ** 31);

/** The partition of __consumer_offsets, of so many, that Kafka keeps a group in: by Java's hash of the group's name. */
export function offsetsPartition(groupId: string, partitions: number): number {
  let hash = 0;
  for (let index = 0; index < groupId.length; index++)
    hash = (Math.imul(31, hash) + groupId.charCodeAt(index)) | 0;
  return hash === LEAST_INT ? 0 : Math.abs(hash) % partitions;
}
