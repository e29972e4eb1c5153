import type { Cluster, TopicMetadata } from '../cluster.ts';
import { readBounds } from '../offsets.ts';
import type { Positions } from '../port.ts';

/** How far a watch has come in one partition. */
export interface WatchedPartition {
  readonly topic: string;
  readonly partition: number;
  /** Of the topic that `position` belongs to; changes when the topic is created anew. */
  topicId: string;
  /** The broker to ask; undefined while that is not known. */
  leader: number | undefined;
  /** Next offset to ask for. */
  position: bigint;
  /** Nothing below is handed on: an offset beyond the end is waited for. */
  floor: bigint;
  /** End offset of the latest response. */
  endOffset: bigint | undefined;
  /** Whether `position` comes from reading, not from being asked for. */
  hasRead: boolean;
  /** The request under way that asks for it; a later one takes over. */
  poll: object | undefined;
  /** How many responses whoever gets the records has not taken yet; nothing is asked for meanwhile. */
  pending: number;
  /** Number of the latest poll that brought records, so that others have their turn. */
  served: number;
}

/** All partitions of a watch, by topic and number. They are kept when a topic is away for a while. */
export class WatchedPartitions {
  readonly #byTopic = new Map<string, WatchedPartition[]>();
  readonly #start: Positions;

  constructor(start: Positions) {
    this.#start = start;
  }

  get(topic: string, partition: number): WatchedPartition | undefined {
    return this.#byTopic.get(topic)?.[partition];
  }

  /** Those that can be read from this broker. */
  ledBy(nodeId: number): readonly WatchedPartition[] {
    return this.#all().filter(({ leader, pending }) => leader === nodeId && pending === 0);
  }

  /** Those that can be read and that no request asks for, by broker. */
  waiting(): ReadonlyMap<number, readonly WatchedPartition[]> {
    const waiting = this.#all().filter(
      ({ leader, poll, pending }) => leader !== undefined && !poll && pending === 0,
    );
    return Map.groupBy(waiting, ({ leader }) => leader ?? NO_LEADER);
  }

  /** Takes over who leads what; a topic created anew is read from its start. */
  update({ name, id, leaders }: TopicMetadata): void {
    const partitions = this.#byTopic.get(name) ?? [];
    this.#byTopic.set(name, partitions);
    for (const [partition, leader] of leaders.entries()) {
      const known = partitions[partition];
      if (known && known.topicId === id) {
        if (known.leader !== leader) known.poll = undefined;
        known.leader = leader;
      } else {
        const position = known ? 0n : (this.#start.get(name)?.[partition] ?? 0n);
        partitions[partition] = startAt(position, { topic: name, partition, topicId: id, leader });
      }
    }
  }

  /** The topic is not there at the moment. */
  lose(topic: string): void {
    for (const partition of this.#byTopic.get(topic) ?? []) partition.leader = undefined;
  }

  #all(): readonly WatchedPartition[] {
    return [...this.#byTopic.values()].flat();
  }
}

const NO_LEADER = -1;

function startAt(
  position: bigint,
  place: Pick<WatchedPartition, 'topic' | 'partition' | 'topicId' | 'leader'>,
): WatchedPartition {
  return {
    ...place,
    position,
    floor: position,
    endOffset: undefined,
    hasRead: false,
    poll: undefined,
    pending: 0,
    served: 0,
  };
}

/**
 * Moves a position that is outside the log into it: below the start means the start, beyond the end is waited for. A log
 * that has become shorter than what was read goes on at its end; where brokers are too old for topic ids it is more
 * likely that of a topic that was created anew, and read from its start.
 * @throws RunError KAFKA_*
 */
export async function relocate(cluster: Cluster, partition: WatchedPartition, leader: number): Promise<void> {
  const { start, end } = await readBounds(cluster, partition.topic, {
    partition: partition.partition,
    leader,
  });
  const { position, hasRead, topicId } = partition;
  if (position >= start && position <= end) return;
  const isAnew = hasRead && position > end && topicId === '';
  partition.position = position < start || isAnew ? start : end;
  if (position < start || hasRead) partition.floor = partition.position;
}
