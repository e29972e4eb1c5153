import { RunError } from '../base/errors.ts';
import type { OutgoingRecord } from '../model/record.ts';
import { partitionOfKey } from './murmur2.ts';

/** A record with the place among its fellows that its acknowledgement goes to. */
export interface PlacedRecord {
  readonly record: OutgoingRecord;
  /** Index in the list that was given to `produce`. */
  readonly index: number;
}

/** Records for one partition, in their order. */
export interface PartitionRecords {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly PlacedRecord[];
}

/**
 * Shares records out to partitions: the one they name, else by their key as the Java client does. Records without either
 * go to one partition a call, the next one each time, as they share a batch.
 *
 * @param counts how many partitions each topic has
 * @param rounds how many calls came before, by topic; counted up
 * @throws RunError KAFKA_BAD_PARTITION for a partition that the topic does not have
 */
export function partitionRecords(
  records: readonly OutgoingRecord[],
  { counts, rounds }: { readonly counts: ReadonlyMap<string, number>; readonly rounds: Map<string, number> },
): readonly PartitionRecords[] {
  const shares = new Map<string, { topic: string; partition: number; records: PlacedRecord[] }>();
  const keyless = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    const { topic } = record;
    const count = counts.get(topic) ?? 0;
    const partition =
      record.partition ?? (record.key ? partitionOfKey(record.key, count) : nextPartition(topic, count));
    if (partition >= count || partition < 0) throw badPartition(topic, partition, count);
    const share = shares.get(`${topic}/${partition}`) ?? { topic, partition, records: [] };
    shares.set(`${topic}/${partition}`, share);
    share.records.push({ record, index });
  }
  return [...shares.values()];

  function nextPartition(topic: string, count: number): number {
    const chosen = keyless.get(topic) ?? (rounds.get(topic) ?? 0) % count;
    if (!keyless.has(topic)) rounds.set(topic, (rounds.get(topic) ?? 0) + 1);
    keyless.set(topic, chosen);
    return chosen;
  }
}

function badPartition(topic: string, partition: number, count: number): RunError {
  const there = count === 1 ? 'one partition, 0' : `${count} partitions, 0 to ${count - 1}`;
  return new RunError(
    'KAFKA_BAD_PARTITION',
    `topic "${topic}" has no partition ${partition}: it has ${there}`,
    {
      hint: 'name one of them, or leave "partition" out',
    },
  );
}

/** What a request may hold: brokers take up to 1 MiB a batch unless told otherwise. */
const LARGEST_BATCH_BYTES = 900_000;
const RECORD_OVERHEAD_BYTES = 32;
/** The library writes a wrong time where it is further from that of the batch's first record (about 25 days). */
const LONGEST_BATCH_MS = 2n ** 31n;

/**
 * Cuts the records of a partition into batches that a broker takes and the library can write; a record that is too large
 * alone stays alone.
 *
 * @param nowMs epoch milliseconds, for records without a timestamp
 */
export function cutIntoBatches(share: PartitionRecords, nowMs: bigint): readonly PartitionRecords[] {
  const batches: PlacedRecord[][] = [];
  let batchBytes = 0;
  let firstMs = nowMs;
  for (const placed of share.records) {
    const recordBytes = sizeOf(placed.record);
    const atMs = placed.record.timestampMs ?? nowMs;
    const isFar = atMs - firstMs >= LONGEST_BATCH_MS || firstMs - atMs >= LONGEST_BATCH_MS;
    if (batches.length === 0 || isFar || batchBytes + recordBytes > LARGEST_BATCH_BYTES) {
      batches.push([]);
      batchBytes = 0;
      firstMs = atMs;
    }
    batches.at(-1)?.push(placed);
    batchBytes += recordBytes;
  }
  return batches.map((records) => ({ ...share, records }));
}

/** Bytes that a record takes uncompressed, a little more than less. */
export function sizeOf({ key, value, headers }: OutgoingRecord): number {
  const ofHeaders = headers.reduce(
    (sum, header) => sum + header.key.length * 3 + (header.value?.length ?? 0) + 8,
    0,
  );
  return RECORD_OVERHEAD_BYTES + (key?.length ?? 0) + (value?.length ?? 0) + ofHeaders;
}
