import { RunError } from '../base/errors.ts';
import type { Cluster, TopicMetadata } from './cluster.ts';
import type { Positions } from './port.ts';
import { listOffsets } from './protocol-call.ts';
import { protocolError } from './protocol-error.ts';

/** Where in a log: its ends, or the first record at or after a time. */
export type At = 'start' | 'end' | { readonly timeMs: number };

const LATEST = -1n;
const EARLIEST = -2n;
const NOT_A_REPLICA = -1;
/** The end offset counts what is in open transactions too: it was there. */
const READ_UNCOMMITTED = 0;
const UNKNOWN_EPOCH = -1;

/**
 * Offsets of all partitions of those of `topics` that exist. A time after the last record gives the end.
 * @throws RunError KAFKA_*
 */
export async function readOffsets(
  cluster: Cluster,
  topics: readonly string[],
  { at, signal }: { readonly at: At; readonly signal: AbortSignal },
): Promise<Positions> {
  if (topics.length === 0) return new Map();
  return cluster.persist(async () => {
    const { topics: found } = await cluster.metadata(topics);
    const offsets = await askOffsets(cluster, [...found.values()], timestampOf(at));
    return typeof at === 'string'
      ? offsets
      : withEnds(offsets, await askOffsets(cluster, [...found.values()], LATEST));
  }, signal);
}

/** Offsets of one partition, for a position that is outside its log. @throws RunError KAFKA_* */
export async function readBounds(
  cluster: Cluster,
  topic: string,
  { partition, leader }: { readonly partition: number; readonly leader: number },
): Promise<{ readonly start: bigint; readonly end: bigint }> {
  const [start, end] = await Promise.all(
    [EARLIEST, LATEST].map(async (timestamp) => {
      const asked = new Map([[topic, [partition]]]);
      return (await askLeader(cluster, leader, { asked, timestamp }))[0]?.offset;
    }),
  );
  if (start === undefined || end === undefined)
    throw new RunError('KAFKA_PROTOCOL', `no offsets of ${topic}[${partition}]`);
  return { start, end };
}

function timestampOf(at: At): bigint {
  if (typeof at === 'object') return BigInt(Math.round(at.timeMs));
  return at === 'start' ? EARLIEST : LATEST;
}

/** Where no record is as late as the time asked for the broker says -1. */
function withEnds(offsets: Positions, ends: Positions): Positions {
  return new Map(
    [...offsets].map(([topic, partitions]) => [
      topic,
      partitions.map((offset, partition) => (offset < 0n ? (ends.get(topic)?.[partition] ?? 0n) : offset)),
    ]),
  );
}

async function askOffsets(
  cluster: Cluster,
  topics: readonly TopicMetadata[],
  timestamp: bigint,
): Promise<Positions> {
  const positions = new Map(topics.map(({ name, leaders }) => [name, leaders.map(() => 0n)]));
  await Promise.all(
    [...byLeader(topics)].map(async ([leader, asked]) => {
      for (const { topic, partition, offset } of await askLeader(cluster, leader, { asked, timestamp })) {
        const offsets = positions.get(topic);
        if (offsets) offsets[partition] = offset;
      }
    }),
  );
  return positions;
}

/** Partitions by topic, by the broker that leads them. @throws RunError KAFKA_TIMEOUT when one has no leader */
function byLeader(topics: readonly TopicMetadata[]): Map<number, Map<string, number[]>> {
  const grouped = new Map<number, Map<string, number[]>>();
  for (const { name, leaders } of topics) {
    for (const [partition, leader] of leaders.entries()) {
      if (leader === undefined) throw new RunError('KAFKA_TIMEOUT', `${name}[${partition}] has no leader`);
      const asked = grouped.get(leader) ?? new Map<string, number[]>();
      grouped.set(leader, asked);
      asked.set(name, [...(asked.get(name) ?? []), partition]);
    }
  }
  return grouped;
}

async function askLeader(
  cluster: Cluster,
  leader: number,
  {
    asked,
    timestamp,
  }: { readonly asked: ReadonlyMap<string, readonly number[]>; readonly timestamp: bigint },
): Promise<readonly { readonly topic: string; readonly partition: number; readonly offset: bigint }[]> {
  const topics = [...asked].map(([name, partitions]) => ({
    name,
    partitions: partitions.map((partitionIndex) => ({
      partitionIndex,
      currentLeaderEpoch: UNKNOWN_EPOCH,
      timestamp,
    })),
  }));
  const { response } = await cluster.call(leader, listOffsets, () => [
    NOT_A_REPLICA,
    READ_UNCOMMITTED,
    topics,
  ]);
  return response.topics.flatMap(({ name, partitions }) =>
    partitions.map(({ partitionIndex, errorCode, offset }) => {
      if (errorCode !== 0) throw protocolError(`${name}[${partitionIndex}]`, errorCode);
      return { topic: name, partition: partitionIndex, offset };
    }),
  );
}
