import type { FetchedRecords, Positions } from '../../kafka/port.ts';
import type { KafkaRecord } from '../../model/record.ts';

/** Where a partition stood when the task started, and where it is now. */
export interface PartitionProgress {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  readonly to: bigint;
}

/** How far a consume task has read in each partition, and up to where it has matched. */
export class Progress {
  readonly #partitions: readonly number[] | undefined;
  #from: Positions = new Map();
  readonly #next = new Map<string, Map<number, bigint>>();
  readonly #matched = new Map<string, Map<number, bigint>>();

  /** @param partitions those that are read; undefined: all */
  constructor(partitions: readonly number[] | undefined) {
    this.#partitions = partitions;
  }

  start(from: Positions): void {
    this.#from = from;
  }

  note({ topic, partition, nextOffset }: FetchedRecords): void {
    put(this.#next, topic, partition, nextOffset);
  }

  match({ topic, partition, offset }: KafkaRecord): void {
    put(this.#matched, topic, partition, offset + 1n);
  }

  hasSeen(topic: string): boolean {
    return this.#next.has(topic);
  }

  hasReached(goal: Positions): boolean {
    const all = [...goal].flatMap(([topic, offsets]) =>
      offsets.map((offset, partition) => ({ topic, partition, offset })),
    );
    return all
      .filter(({ partition }) => this.#isRead(partition))
      .every(({ topic, partition, offset }) => this.#position(topic, partition) >= offset);
  }

  /** One entry for each partition that is read. */
  get all(): readonly PartitionProgress[] {
    return this.#known.filter(({ partition }) => this.#isRead(partition));
  }

  /** One entry for each partition of the topics. */
  get #known(): readonly PartitionProgress[] {
    const topics = new Set([...this.#from.keys(), ...this.#next.keys()]);
    return [...topics].flatMap((topic) => {
      const moved = [...(this.#next.get(topic)?.keys() ?? [])].map((partition) => partition + 1);
      const count = Math.max(this.#from.get(topic)?.length ?? 0, ...moved);
      return Array.from({ length: count }, (_, partition) => ({
        topic,
        partition,
        from: this.#from.get(topic)?.[partition] ?? 0n,
        to: this.#position(topic, partition),
      }));
    });
  }

  /** Offset after the last match; the start where there is none. */
  get nextOffsets(): Positions {
    const next = new Map<string, bigint[]>();
    for (const { topic, partition, from } of this.#known) {
      const offsets = next.get(topic) ?? [];
      offsets[partition] = this.#matched.get(topic)?.get(partition) ?? from;
      next.set(topic, offsets);
    }
    return next;
  }

  #isRead(partition: number): boolean {
    return this.#partitions?.includes(partition) ?? true;
  }

  #position(topic: string, partition: number): bigint {
    return this.#next.get(topic)?.get(partition) ?? this.#from.get(topic)?.[partition] ?? 0n;
  }
}

function put(
  map: Map<string, Map<number, bigint>>,
  topic: string,
  ...[partition, offset]: [partition: number, offset: bigint]
): void {
  const partitions = map.get(topic) ?? new Map<number, bigint>();
  map.set(topic, partitions.set(partition, offset));
}
