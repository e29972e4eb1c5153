import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import {
  BATCH_HEADER_BYTES,
  type BatchHeader,
  batchSize,
  hasRightChecksum,
  isControl,
  MAGIC,
  readBatchHeader,
} from '../wire/record-batch.ts';
import { tryReadRecords } from '../wire/records.ts';

/** The settings of a topic that decide which batches it takes. */
export interface BatchRules {
  readonly maxBytes: number;
  /** A compacted topic takes no record without a key: the partition, as Kafka names it in errors. */
  readonly keyedFor: string | undefined;
  /** How far the time stamps may be behind and ahead of the clock. */
  readonly timestampBeforeMaxMs: number;
  readonly timestampAfterMaxMs: number;
  /** Time stamps are the broker's own: those of the producer do not matter. */
  readonly isStamped: boolean;
  readonly nowMs: number;
}

/** The header of the one batch that a producer may send for a partition, or why that is not what it sent. */
export function readSentBatch(records: Buffer | null): BatchHeader | Refusal {
  if (records === null || records.length < BATCH_HEADER_BYTES) return refuse(errorCodes.INVALID_RECORD);
  const sizeBytes = batchSize(records, 0);
  if (records.readInt8(16) !== MAGIC) return refuse(errorCodes.INVALID_RECORD);
  if (sizeBytes > records.length || sizeBytes < BATCH_HEADER_BYTES) return refuse(errorCodes.CORRUPT_MESSAGE);
  if (sizeBytes < records.length) return refuse(errorCodes.INVALID_RECORD);
  return readBatchHeader(records);
}

/** What is wrong with single records of a batch. */
export interface RecordErrors extends Refusal {
  readonly recordErrors?: readonly { readonly batchIndex: number; readonly batchIndexErrorMessage: string }[];
}

/** Why the broker refuses a batch, as Kafka's LogValidator does; like there, only what is wrong with records has a text. */
export function batchProblem(
  batch: Buffer,
  header: BatchHeader,
  rules: BatchRules,
): RecordErrors | undefined {
  if (header.sizeBytes > rules.maxBytes) return refuse(errorCodes.MESSAGE_TOO_LARGE);
  if (!hasRightChecksum(batch)) return refuse(errorCodes.CORRUPT_MESSAGE);
  return (
    headerProblem(header) ??
    timeProblem(header, rules) ??
    (rules.keyedFor ? keyProblem(batch, rules.keyedFor) : undefined)
  );
}

function headerProblem(header: BatchHeader): Refusal | undefined {
  if (header.baseOffset !== 0n) return refuse(errorCodes.INVALID_RECORD);
  if (isControl(header)) return refuse(errorCodes.INVALID_RECORD);
  if (header.count <= 0 || header.lastOffsetDelta < 0) return refuse(errorCodes.INVALID_RECORD);
  if (header.count !== header.lastOffsetDelta + 1) return refuse(errorCodes.INVALID_RECORD);
  if (header.producerId >= 0n && header.baseSequence < 0) return refuse(errorCodes.INVALID_RECORD);
  return undefined;
}

function timeProblem({ baseTimestamp, maxTimestamp }: BatchHeader, rules: BatchRules): Refusal | undefined {
  if (rules.isStamped) return undefined;
  const latest = rules.nowMs + rules.timestampAfterMaxMs;
  const earliest = rules.nowMs - rules.timestampBeforeMaxMs;
  const outside = [maxTimestamp, baseTimestamp].find(
    (timestamp) => Number(timestamp) > latest || (timestamp >= 0n && Number(timestamp) < earliest),
  );
  if (outside === undefined) return undefined;
  return refuse(
    errorCodes.INVALID_TIMESTAMP,
    `Timestamp ${outside} of message is out of range. The timestamp should be within [${earliest}, ${latest}]`,
  );
}

function keyProblem(batch: Buffer, partition: string): RecordErrors | undefined {
  const records = tryReadRecords(batch);
  if (!records) return refuse(errorCodes.CORRUPT_MESSAGE);
  const message = `Compacted topic cannot accept message without key in topic partition ${partition}.`;
  const keyless = [...records.entries()].filter(([, { key }]) => key === null);
  if (keyless.length === 0) return undefined;
  const shown = keyless
    .slice(0, 3)
    .map(([index]) => `RecordError(batchIndex=${index}, message='${message}')`);
  const text = `One or more records have been rejected due to ${keyless.length} record errors in total, and only showing the first three errors at most: [${shown.join(', ')}]`;
  const recordErrors = keyless.map(([batchIndex]) => ({ batchIndex, batchIndexErrorMessage: message }));
  return { ...refuse(errorCodes.INVALID_RECORD, text), recordErrors };
}
