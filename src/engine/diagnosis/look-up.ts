import type { KafkaRecord } from '../../model/record.ts';
import type { Surroundings } from '../../tasks/define-task.ts';

type Kafka = Surroundings['kafka'];
type WatchOptions = Parameters<Kafka['watch']>[0];
/** Next offset per partition of each topic. */
export type Positions = Awaited<ReturnType<Kafka['offsets']>>;
export type Group = Awaited<ReturnType<Kafka['describeGroups']>>[number];

/** On a cluster with more topics the others are not looked at. */
const MAX_TOPICS = 500;

/**
 * End offsets of every topic of the cluster, to see later which of them got records. Empty when there are very many, or
 * the cluster does not say.
 */
export async function takeEndOffsets(kafka: Kafka, signal: AbortSignal): Promise<Positions> {
  try {
    const topics = await kafka.listTopics(signal);
    return topics.length > MAX_TOPICS ? new Map() : await kafka.offsets(topics, 'end', signal);
  } catch {
    return new Map(); // whatever kept the cluster from answering, the tasks meet it too and say so
  }
}

/** All consumer groups; undefined when the cluster does not say. */
export async function takeGroups(kafka: Kafka, signal: AbortSignal): Promise<readonly Group[] | undefined> {
  try {
    return await kafka.describeGroups('all', signal);
  } catch {
    return undefined; // as above
  }
}

/** A part of a topic: `from` each partition's offset up to and without `to`'s. */
export interface Range {
  readonly topic: string;
  readonly from: readonly bigint[];
  readonly to: readonly bigint[];
}

/** Reads a part of a topic, as far as it can be read now and for as long as the signal lets it; what came until then. */
export async function readRange(
  kafka: Kafka,
  { topic, from, to }: Range,
  signal: AbortSignal,
  isolation: WatchOptions['isolation'] = 'read_committed',
): Promise<readonly KafkaRecord[]> {
  const records: KafkaRecord[] = [];
  const missing = new Set(to.flatMap((end, partition) => (end > (from[partition] ?? 0n) ? [partition] : [])));
  if (missing.size === 0) return [];
  const done = Promise.withResolvers<void>();
  await using watch = kafka.watch({
    topics: [topic],
    positions: new Map([[topic, from]]),
    isolation,
    onFetch(fetched) {
      const end = to[fetched.partition] ?? 0n;
      records.push(...fetched.records.filter((record) => record.offset < end));
      if (fetched.nextOffset >= least(end, fetched.endOffset)) missing.delete(fetched.partition);
      if (missing.size === 0) done.resolve();
    },
  });
  const stop = (): void => done.resolve();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  await Promise.race([done.promise, watch.done.catch(stop)]);
  signal.removeEventListener('abort', stop);
  return records;
}

/** The lower of two offsets. */
export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
