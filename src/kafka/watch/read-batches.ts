import type * as library from '@platformatic/kafka';
import type { KafkaRecord } from '../../model/record.ts';
import type { Isolation } from '../port.ts';

/** What a fetch response brought for one partition. */
export interface FetchedBatches {
  readonly topic: string;
  readonly partition: number;
  readonly batches: readonly library.RecordsBatch[];
  /** Transactions that were aborted, with the first offset of each. */
  readonly aborted: readonly { readonly producerId: bigint; readonly firstOffset: bigint }[];
}

export interface ReadOptions {
  /** Records below it are left out: a batch is sent whole, though only its end was asked for. */
  readonly from: bigint;
  readonly isolation: Isolation;
}

const LOG_APPEND_TIME = 1 << 3;
const TRANSACTIONAL = 1 << 4;
const CONTROL = 1 << 5;
const ABORT = 0;

/** The records of a partition's batches that a reader of this isolation may see, in offset order. */
export function readBatches(
  { topic, partition, batches, aborted }: FetchedBatches,
  { from, isolation }: ReadOptions,
): KafkaRecord[] {
  const isAborted = createAbortFilter(isolation === 'read_committed' ? aborted : []);
  const records: KafkaRecord[] = [];
  for (const batch of batches) {
    if (isAborted(batch) || batch.attributes & CONTROL) continue;
    for (const { offsetDelta, timestampDelta, key, value, headers } of batch.records) {
      const offset = batch.firstOffset + BigInt(offsetDelta);
      if (offset < from) continue;
      const isAppendTime = (batch.attributes & LOG_APPEND_TIME) !== 0;
      records.push({
        topic,
        partition,
        offset,
        timestampMs: isAppendTime ? batch.maxTimestamp : batch.firstTimestamp + timestampDelta,
        key,
        value,
        headers: headers.map(([name, content]) => ({ key: name?.toString('utf8') ?? '', value: content })),
      });
    }
  }
  return records;
}

/** Offset after the last of the batches; undefined without any. */
export function nextOffsetOf(batches: readonly library.RecordsBatch[]): bigint | undefined {
  const last = batches.at(-1);
  return last && last.firstOffset + BigInt(last.lastOffsetDelta) + 1n;
}

/**
 * Tells batches of aborted transactions, which must be shown to it in offset order: from the transaction's first offset
 * until its marker, which may well be in a later response. A producer may have aborted several.
 */
function createAbortFilter(aborted: FetchedBatches['aborted']): (batch: library.RecordsBatch) => boolean {
  const toCome = aborted.toSorted((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1));
  const aborting = new Set<bigint>();
  return (batch) => {
    const lastOffset = batch.firstOffset + BigInt(batch.lastOffsetDelta);
    while (toCome[0] && toCome[0].firstOffset <= lastOffset) aborting.add(toCome.shift()?.producerId ?? 0n);
    if (!aborting.has(batch.producerId)) return false;
    if (batch.attributes & CONTROL) {
      if (markerTypeOf(batch) === ABORT) aborting.delete(batch.producerId);
      return true;
    }
    return (batch.attributes & TRANSACTIONAL) !== 0;
  };
}

/** A marker's key is a version and a type, of 16 bits each. */
function markerTypeOf({ records }: library.RecordsBatch): number | undefined {
  const key = records[0]?.key;
  return key && key.length >= 4 ? key.readInt16BE(2) : undefined;
}
