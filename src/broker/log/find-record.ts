import { readBatchHeader } from '../wire/record-batch.ts';
import { tryReadRecords } from '../wire/records.ts';
import type { PartitionLog } from './partition-log.ts';

/** Where a record stands in its log. */
export interface RecordPlace {
  readonly offset: bigint;
  readonly timestamp: bigint;
}

/** The first record of a log whose time is not before `timestamp`. */
export function findRecord(log: PartitionLog, timestamp: bigint): RecordPlace | undefined {
  const batch = log.findByTime(timestamp);
  return (
    batch && placesIn(batch).find((place) => place.timestamp >= timestamp && place.offset >= log.startOffset)
  );
}

/** The first of the records with the latest time in a log. */
export function latestRecord(log: PartitionLog): RecordPlace | undefined {
  const batch = log.findLatest();
  const places = batch ? placesIn(batch) : [];
  return places.reduce<RecordPlace | undefined>(
    (latest, place) => (latest && latest.timestamp >= place.timestamp ? latest : place),
    undefined,
  );
}

/** Of a batch that cannot be read, its header tells one place. */
function placesIn(batch: Buffer): readonly RecordPlace[] {
  const { baseOffset, maxTimestamp } = readBatchHeader(batch);
  return tryReadRecords(batch) ?? [{ offset: baseOffset, timestamp: maxTimestamp }];
}
