import { readRecords } from '../wire/records.ts';
import type { PartitionLog } from './partition-log.ts';

/** Where a record stands in its log. */
export interface RecordPlace {
  readonly offset: bigint;
  readonly timestamp: bigint;
}

/** The first record of a log whose time is not before `timestamp`. */
export function findRecord(log: PartitionLog, timestamp: bigint): RecordPlace | undefined {
  const batch = log.findByTime(timestamp);
  return batch && readRecords(batch).find((r) => r.timestamp >= timestamp && r.offset >= log.startOffset);
}

/** The first of the records with the latest time in a log. */
export function latestRecord(log: PartitionLog): RecordPlace | undefined {
  const batch = log.findLatest();
  const records = batch ? readRecords(batch) : [];
  return records.reduce<RecordPlace | undefined>(
    (latest, record) => (latest && latest.timestamp >= record.timestamp ? latest : record),
    undefined,
  );
}
