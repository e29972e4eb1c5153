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

/** The settings of a topic that decide which batches it takes. */
export interface BatchRules {
  readonly maxBytes: number;
  readonly isCompacted: boolean;
  /** How far the time stamps may be behind and ahead of the clock. */
  readonly timestampBeforeMaxMs: number;
  readonly timestampAfterMaxMs: number;
  /** Time stamps are the broker's own: those of the producer do not matter. */
  readonly isStamped: boolean;
  readonly nowMs: number;
}

/** The header of what a producer sent for one partition, or why the broker refuses it, as Kafka's LogValidator does. */
export function checkBatch(records: Buffer | null, rules: BatchRules): BatchHeader | Refusal {
  if (records === null || records.length < BATCH_HEADER_BYTES)
    return invalid(
      'Produce requests with version 3 or newer must have at least one record batch per partition',
    );
  const sizeBytes = batchSize(records, 0);
  if (records.readInt8(16) !== MAGIC)
    return invalid('Produce requests are only allowed to contain record batches with magic version 2');
  if (sizeBytes > records.length || sizeBytes < BATCH_HEADER_BYTES)
    return refuse(errorCodes.CORRUPT_MESSAGE, 'The record batch is cut off');
  if (sizeBytes < records.length)
    return invalid('Produce requests are only allowed to contain exactly one record batch per partition');
  if (sizeBytes > rules.maxBytes) {
    const text = `The record batch size is ${sizeBytes} bytes which exceeds the maximum configured value of ${rules.maxBytes}.`;
    return refuse(errorCodes.MESSAGE_TOO_LARGE, text);
  }
  if (!hasRightChecksum(records)) return refuse(errorCodes.CORRUPT_MESSAGE, 'Record is corrupt: wrong CRC');
  const header = readBatchHeader(records);
  return headerProblem(header) ?? timeProblem(header, rules) ?? header;
}

function headerProblem(header: BatchHeader): Refusal | undefined {
  if (header.baseOffset !== 0n)
    return invalid(`The baseOffset of the record batch should be 0, but it is ${header.baseOffset}`);
  if (isControl(header)) return invalid('Clients are not allowed to write control records');
  if (header.count <= 0 || header.lastOffsetDelta < 0)
    return invalid(`The record batch has an invalid number of records: ${header.count}`);
  if (header.count !== header.lastOffsetDelta + 1)
    return invalid(
      `Inconsistency between the last offset delta ${header.lastOffsetDelta} and the number of records ${header.count}`,
    );
  if (header.producerId >= 0n && header.baseSequence < 0)
    return invalid(
      `Invalid sequence number ${header.baseSequence} in record batch with producerId ${header.producerId}`,
    );
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

function invalid(message: string): Refusal {
  return refuse(errorCodes.INVALID_RECORD, message);
}
