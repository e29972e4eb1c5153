/** Where a group stands in a partition. */
export interface CommittedOffset {
  readonly offset: bigint;
  readonly leaderEpoch: number;
  readonly metadata: string;
}

/** A committed offset with its place. */
export interface PlacedOffset extends CommittedOffset {
  readonly topic: string;
  readonly partition: number;
}

/** The committed offsets of one group, and those that wait for the end of a transaction. */
export class CommittedOffsets {
  readonly #topics = new Map<string, Map<number, CommittedOffset>>();
  /** By producer id, in the order they came. */
  readonly #pending = new Map<bigint, PlacedOffset[]>();

  get isEmpty(): boolean {
    return this.#topics.size === 0 && this.#pending.size === 0;
  }

  get(topic: string, partition: number): CommittedOffset | undefined {
    return this.#topics.get(topic)?.get(partition);
  }

  /** All of them, by topic. */
  all(): ReadonlyMap<string, ReadonlyMap<number, CommittedOffset>> {
    return this.#topics;
  }

  commit({ topic, partition, offset, leaderEpoch, metadata }: PlacedOffset): void {
    const partitions = this.#topics.get(topic) ?? new Map<number, CommittedOffset>();
    this.#topics.set(topic, partitions);
    partitions.set(partition, { offset, leaderEpoch, metadata });
  }

  /** Keeps an offset until the producer's transaction ends. */
  hold(producerId: bigint, placed: PlacedOffset): void {
    const held = this.#pending.get(producerId) ?? [];
    this.#pending.set(producerId, held);
    held.push(placed);
  }

  /** Whether an open transaction may still change the offset of this partition. */
  isUnstable(topic: string, partition: number): boolean {
    for (const held of this.#pending.values())
      if (held.some((placed) => placed.topic === topic && placed.partition === partition)) return true;
    return false;
  }

  /** Commits or drops what a producer's transaction holds. */
  endTransaction(producerId: bigint, committed: boolean): void {
    if (committed) for (const placed of this.#pending.get(producerId) ?? []) this.commit(placed);
    this.#pending.delete(producerId);
  }

  /** Forgets one partition. */
  delete(topic: string, partition: number): void {
    const partitions = this.#topics.get(topic);
    partitions?.delete(partition);
    if (partitions?.size === 0) this.#topics.delete(topic);
  }

  /** Forgets a topic that was deleted. */
  deleteTopic(topic: string): void {
    this.#topics.delete(topic);
    for (const [producerId, held] of this.#pending)
      this.#pending.set(
        producerId,
        held.filter((placed) => placed.topic !== topic),
      );
  }
}
