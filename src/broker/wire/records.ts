import { decompress } from './compression.ts';
import { Reader } from './reader.ts';
import { BATCH_HEADER_BYTES, codecOf, readBatchHeader } from './record-batch.ts';
import { WireError } from './wire-error.ts';

/** One record of a batch. */
export interface BatchRecord {
  readonly offset: bigint;
  readonly timestamp: bigint;
  readonly key: Buffer | null;
  /** null: a tombstone. */
  readonly value: Buffer | null;
  /** The record as it is in the (decompressed) batch, with its length in front. */
  readonly bytes: Buffer;
}

const LOG_APPEND_TIME = 0b1000;

/**
 * The records of one whole batch, decompressed.
 * @throws WireError when they are not what the header says
 */
export function readRecords(batch: Buffer): readonly BatchRecord[] {
  const header = readBatchHeader(batch);
  const body = decompress(codecOf(header), batch.subarray(BATCH_HEADER_BYTES));
  const isStamped = (header.attributes & LOG_APPEND_TIME) !== 0;
  const reader = new Reader(body);
  const records: BatchRecord[] = [];
  for (let index = 0; index < header.count; index++) {
    const start = body.length - reader.remaining;
    const content = reader.section(reader.varint());
    content.int8();
    const timestamp = header.baseTimestamp + content.varlong();
    const offset = header.baseOffset + BigInt(content.varint());
    const key = readVarBytes(content);
    const value = readVarBytes(content);
    records.push({
      offset,
      timestamp: isStamped ? header.maxTimestamp : timestamp,
      key,
      value,
      bytes: body.subarray(start, body.length - reader.remaining),
    });
  }
  return records;
}

/** Like `readRecords`, for batches that were stored as they came: `undefined` when they are not what the header says. */
export function tryReadRecords(batch: Buffer): readonly BatchRecord[] | undefined {
  try {
    return readRecords(batch);
  } catch (cause) {
    if (cause instanceof WireError) return undefined;
    throw cause;
  }
}

function readVarBytes(reader: Reader): Buffer | null {
  const length = reader.varint();
  return length < 0 ? null : reader.bytes(length);
}
