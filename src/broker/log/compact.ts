import {
  type BatchHeader,
  isControl,
  isTransactional,
  readBatchHeader,
  rewriteBatch,
} from '../wire/record-batch.ts';
import { type BatchRecord, tryReadRecords } from '../wire/records.ts';
import type { AbortedTransaction } from './producer-states.ts';

/** What decides which records of a compacted topic stay. */
export interface CompactionRules {
  /** Tombstones go when they have been seen by a compaction this long ago. */
  readonly deleteRetentionMs: number;
  readonly nowMs: number;
}

/** When compaction first met each tombstone: epoch milliseconds by offset. */
export type TombstoneAges = Map<bigint, number>;

/**
 * The batches of a log as compaction leaves them: of each key the last record, of aborted transactions nothing. Offsets
 * stay as they are. A batch of which records go is written anew without compression; others stay as they came.
 */
export function compact(
  batches: readonly Buffer[],
  aborted: readonly AbortedTransaction[],
  rules: CompactionRules,
  tombstones: TombstoneAges,
): readonly Buffer[] {
  const decoded = batches.map((batch) => decode(batch, aborted));
  const last = new Map<string, bigint>();
  for (const { records } of decoded)
    for (const { key, offset } of records ?? []) if (key) last.set(key.toString('latin1'), offset);
  const stays = (record: BatchRecord): boolean => {
    if (!record.key || last.get(record.key.toString('latin1')) !== record.offset) return false;
    return record.value !== null || isYoung(record.offset, rules, tombstones);
  };
  return decoded.flatMap(({ batch, header, records }) => {
    if (isControl(header) || !records) return [batch];
    const kept = records.filter(stays);
    if (kept.length === header.count) return [batch];
    return kept.length === 0
      ? []
      : [
          rewriteBatch(
            batch,
            kept.map(({ bytes }) => bytes),
          ),
        ];
  });
}

interface Decoded {
  readonly batch: Buffer;
  readonly header: BatchHeader;
  /** None of control batches and of aborted transactions; `undefined`: they cannot be read, and stay. */
  readonly records: readonly BatchRecord[] | undefined;
}

function decode(batch: Buffer, aborted: readonly AbortedTransaction[]): Decoded {
  const header = readBatchHeader(batch);
  const isDropped = isControl(header) || (isTransactional(header) && isAborted(header, aborted));
  return { batch, header, records: isDropped ? [] : tryReadRecords(batch) };
}

function isAborted({ producerId, baseOffset }: BatchHeader, aborted: readonly AbortedTransaction[]): boolean {
  return aborted.some(
    (transaction) =>
      transaction.producerId === producerId &&
      transaction.firstOffset <= baseOffset &&
      baseOffset < transaction.lastOffset,
  );
}

function isYoung(offset: bigint, rules: CompactionRules, tombstones: TombstoneAges): boolean {
  const sinceMs = tombstones.get(offset) ?? rules.nowMs;
  tombstones.set(offset, sinceMs);
  return rules.nowMs - sinceMs < rules.deleteRetentionMs;
}
