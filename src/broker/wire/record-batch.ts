import { crc32c } from './crc32c.ts';
import { Writer } from './writer.ts';

/** Where the fields of a record batch (magic 2) start: https://kafka.apache.org/documentation/#recordbatch */
const AT = {
  baseOffset: 0,
  length: 8,
  leaderEpoch: 12,
  magic: 16,
  crc: 17,
  attributes: 21,
  lastOffsetDelta: 23,
  baseTimestamp: 27,
  maxTimestamp: 35,
  producerId: 43,
  producerEpoch: 51,
  baseSequence: 53,
  count: 57,
} as const;

/** Size of the header: the records, compressed or not, follow. */
export const BATCH_HEADER_BYTES = 61;
/** Offset and length stand before the part that `length` counts. */
export const BATCH_PREFIX_BYTES = 12;
export const MAGIC = 2;
/** Sequence numbers wrap after this one. */
export const MAX_SEQUENCE = 2 ** 31 - 1;

/** A view of the header of one record batch in a buffer that starts with it. Nothing is copied. */
export interface BatchHeader {
  readonly baseOffset: bigint;
  readonly sizeBytes: number;
  readonly magic: number;
  readonly attributes: number;
  readonly lastOffsetDelta: number;
  readonly baseTimestamp: bigint;
  readonly maxTimestamp: bigint;
  readonly producerId: bigint;
  readonly producerEpoch: number;
  readonly baseSequence: number;
  readonly count: number;
}

/** The header at `at`. The buffer has at least `BATCH_HEADER_BYTES` from there on. */
export function readBatchHeader(buffer: Buffer, at = 0): BatchHeader {
  return {
    baseOffset: buffer.readBigInt64BE(at + AT.baseOffset),
    sizeBytes: batchSize(buffer, at),
    magic: buffer.readInt8(at + AT.magic),
    attributes: buffer.readInt16BE(at + AT.attributes),
    lastOffsetDelta: buffer.readInt32BE(at + AT.lastOffsetDelta),
    baseTimestamp: buffer.readBigInt64BE(at + AT.baseTimestamp),
    maxTimestamp: maxTimestampAt(buffer, at),
    producerId: buffer.readBigInt64BE(at + AT.producerId),
    producerEpoch: buffer.readInt16BE(at + AT.producerEpoch),
    baseSequence: buffer.readInt32BE(at + AT.baseSequence),
    count: buffer.readInt32BE(at + AT.count),
  };
}

/** Bytes of the batch at `at`, with its prefix. */
export function batchSize(buffer: Buffer, at: number): number {
  return BATCH_PREFIX_BYTES + buffer.readInt32BE(at + AT.length);
}

export function maxTimestampAt(buffer: Buffer, at: number): bigint {
  return buffer.readBigInt64BE(at + AT.maxTimestamp);
}

/** The codec of the records, as the attributes number it. */
export function codecOf({ attributes }: { readonly attributes: number }): number {
  return attributes & 0b111;
}

export const ZSTD = 4;

export function isTransactional({ attributes }: { readonly attributes: number }): boolean {
  return (attributes & 0b1_0000) !== 0;
}

export function isControl({ attributes }: { readonly attributes: number }): boolean {
  return (attributes & 0b10_0000) !== 0;
}

/** Whether the checksum in the header is that of the bytes. `batch` is one whole batch. */
export function hasRightChecksum(batch: Buffer): boolean {
  return batch.readUInt32BE(AT.crc) === crc32c(batch, AT.attributes);
}

/** Sets what the log decides. The checksum does not cover it. */
export function placeBatch(batch: Buffer, baseOffset: bigint, leaderEpoch: number): void {
  batch.writeBigInt64BE(baseOffset, AT.baseOffset);
  batch.writeInt32BE(leaderEpoch, AT.leaderEpoch);
}

/** Sets the time of the log's append (`message.timestamp.type=LogAppendTime`) and mends the checksum. */
export function stampBatch(batch: Buffer, appendTimeMs: bigint): void {
  batch.writeInt16BE(batch.readInt16BE(AT.attributes) | 0b1000, AT.attributes);
  batch.writeBigInt64BE(appendTimeMs, AT.maxTimestamp);
  batch.writeUInt32BE(crc32c(batch, AT.attributes), AT.crc);
}

/** A record to be put into a batch by this side of the wire. */
export interface RecordDraft {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly offsetDelta?: number;
  readonly timestampDelta?: bigint;
  readonly headers?: readonly (readonly [string, Uint8Array | null])[];
}

/** What a batch of records says beside its records. */
export interface BatchDraft {
  readonly baseTimestamp: bigint;
  readonly attributes?: number;
  readonly producerId?: bigint;
  readonly producerEpoch?: number;
  readonly baseSequence?: number;
  readonly records: readonly RecordDraft[];
}

/** An uncompressed batch, with base offset 0. */
export function encodeBatch(draft: BatchDraft): Buffer {
  const body = encodeRecords(draft.records);
  const batch = Buffer.alloc(BATCH_HEADER_BYTES + body.length);
  const deltas = draft.records.map(({ offsetDelta }, index) => offsetDelta ?? index);
  const latest = draft.records.reduce(
    (max, { timestampDelta = 0n }) => (timestampDelta > max ? timestampDelta : max),
    0n,
  );
  batch.writeInt32BE(batch.length - BATCH_PREFIX_BYTES, AT.length);
  batch.writeInt8(MAGIC, AT.magic);
  batch.writeInt16BE(draft.attributes ?? 0, AT.attributes);
  batch.writeInt32BE(deltas.at(-1) ?? 0, AT.lastOffsetDelta);
  batch.writeBigInt64BE(draft.baseTimestamp, AT.baseTimestamp);
  batch.writeBigInt64BE(draft.baseTimestamp + latest, AT.maxTimestamp);
  batch.writeBigInt64BE(draft.producerId ?? -1n, AT.producerId);
  batch.writeInt16BE(draft.producerEpoch ?? -1, AT.producerEpoch);
  batch.writeInt32BE(draft.baseSequence ?? -1, AT.baseSequence);
  batch.writeInt32BE(draft.records.length, AT.count);
  body.copy(batch, BATCH_HEADER_BYTES);
  batch.writeUInt32BE(crc32c(batch, AT.attributes), AT.crc);
  return batch;
}

function encodeRecords(records: readonly RecordDraft[]): Buffer {
  const writer = new Writer();
  for (const [index, record] of records.entries()) {
    const content = new Writer();
    content.int8(0);
    content.varlong(record.timestampDelta ?? 0n);
    content.varint(record.offsetDelta ?? index);
    writeVarBytes(content, record.key);
    writeVarBytes(content, record.value);
    content.varint(record.headers?.length ?? 0);
    for (const [name, value] of record.headers ?? []) {
      writeVarBytes(content, Buffer.from(name));
      writeVarBytes(content, value);
    }
    writer.varint(content.length);
    for (const piece of content.finish()) writer.bytes(piece);
  }
  return Buffer.concat(writer.finish());
}

function writeVarBytes(writer: Writer, bytes: Uint8Array | null): void {
  writer.varint(bytes === null ? -1 : bytes.length);
  if (bytes) writer.bytes(bytes);
}

const CODEC_BITS = 0b111;

/** The batch with only these of its records (their bytes with the length in front), not compressed. */
export function rewriteBatch(batch: Buffer, records: readonly Buffer[]): Buffer {
  const rewritten = Buffer.concat([batch.subarray(0, BATCH_HEADER_BYTES), ...records]);
  rewritten.writeInt32BE(rewritten.length - BATCH_PREFIX_BYTES, AT.length);
  rewritten.writeInt16BE(rewritten.readInt16BE(AT.attributes) & ~CODEC_BITS, AT.attributes);
  rewritten.writeInt32BE(records.length, AT.count);
  rewritten.writeUInt32BE(crc32c(rewritten, AT.attributes), AT.crc);
  return rewritten;
}
