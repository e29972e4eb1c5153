import type { FetchedRecords } from '../../kafka/port.ts';

/** A fetch on its way to a reader; its records may be elsewhere until they are asked for. */
export interface Incoming {
  readonly topic: string;
  readonly partition: number;
  /** Monotonic, as of the fetch. */
  readonly arrivedAtMs: number;
  /** What it takes in memory, about. */
  readonly sizeBytes: number;
  /** Asked for once at most. */
  take(): FetchedRecords;
  /** Nobody will ask any more. */
  drop(): void;
}

/** One that is there already. */
export function incomingOf(fetched: FetchedRecords): Incoming {
  const { topic, partition, arrivedAtMs } = fetched;
  return {
    topic,
    partition,
    arrivedAtMs,
    sizeBytes: sizeOf(fetched),
    take: () => fetched,
    drop: () => undefined,
  };
}

/** The same fetch with other records in it, once they are asked for. */
export function mapIncoming(
  incoming: Incoming,
  change: (fetched: FetchedRecords) => FetchedRecords,
): Incoming {
  return { ...incoming, take: () => change(incoming.take()) };
}

/** What a record takes beside its key and value, about. */
const RECORD_BYTES = 500;

function sizeOf({ records }: FetchedRecords): number {
  return records.reduce(
    (sum, { key, value }) => sum + RECORD_BYTES + (key?.length ?? 0) + (value?.length ?? 0),
    0,
  );
}
