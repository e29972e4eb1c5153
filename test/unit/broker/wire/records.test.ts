import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decompress } from '../../../../src/broker/wire/compression.ts';
import {
  encodeBatch,
  hasRightChecksum,
  readBatchHeader,
  rewriteBatch,
  stampBatch,
} from '../../../../src/broker/wire/record-batch.ts';
import { readRecords } from '../../../../src/broker/wire/records.ts';
import { WireError } from '../../../../src/broker/wire/wire-error.ts';

const TEXT = 'to be, or not to be, that is the question: '.repeat(40);

/** Snappy in one block: a literal of 4 bytes, then a copy that overlaps itself. */
const SNAPPY_BLOCK = Buffer.from([12, 0b0000_1100, ...Buffer.from('abcd'), 0b0001_0001, 4]);
const XERIAL = Buffer.concat([
  Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]),
  Buffer.from([0, 0, 0, SNAPPY_BLOCK.length]),
  SNAPPY_BLOCK,
]);
/** LZ4: the same 12 bytes; a block of literal and match, one that is stored, and the end. */
const LZ4 = Buffer.concat([
  Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82]),
  Buffer.from([8, 0, 0, 0, 0x44, ...Buffer.from('abcd'), 4, 0, 0]),
  Buffer.from([1, 0, 0, 0x80, ...Buffer.from('!'), 0, 0, 0, 0]),
]);

describe('compression', () => {
  test.each([
    ['none', 0, Buffer.from(TEXT), TEXT],
    ['gzip', 1, gzipSync(TEXT), TEXT],
    ['snappy, one block', 2, SNAPPY_BLOCK, 'abcdabcdabcd'],
    ['snappy, a stream of Java', 2, XERIAL, 'abcdabcdabcd'],
    ['lz4', 3, LZ4, 'abcdabcdabcd!'],
    ['zstd', 4, zstdCompressSync(TEXT), TEXT],
  ])('%s is read', (_name, codec, bytes, text) => {
    expect(decompress(codec, bytes).toString()).toBe(text);
  });

  test.each([1, 2, 3, 4, 5])('bytes that are not of codec %i are refused', (codec) => {
    expect(() => decompress(codec, Buffer.from([250, 255, 255, 255, 15, 1, 2, 3]))).toThrow(WireError);
  });
});

describe('a record batch', () => {
  const batch = encodeBatch({
    baseTimestamp: 1_000n,
    records: [
      { key: Buffer.from('k'), value: Buffer.from('v'), headers: [['h', Buffer.from('x')]] },
      { key: null, value: null, timestampDelta: 5n },
    ],
  });

  test('holds what was put into it', () => {
    expect(hasRightChecksum(batch)).toBe(true);
    expect(readBatchHeader(batch)).toMatchObject({ count: 2, lastOffsetDelta: 1, maxTimestamp: 1_005n });
    expect(readRecords(batch)).toMatchObject([
      { offset: 0n, timestamp: 1_000n, key: Buffer.from('k'), value: Buffer.from('v') },
      { offset: 1n, timestamp: 1_005n, key: null, value: null },
    ]);
  });

  test('gets the time of the append for all its records', () => {
    const stamped = Buffer.from(batch);
    stampBatch(stamped, 7_000n);
    expect(hasRightChecksum(stamped)).toBe(true);
    expect(readRecords(stamped).map(({ timestamp }) => timestamp)).toEqual([7_000n, 7_000n]);
  });

  test('can be written anew with fewer records, which keep their offsets', () => {
    const [, second] = readRecords(batch);
    const rewritten = rewriteBatch(batch, [second?.bytes ?? Buffer.alloc(0)]);
    expect(hasRightChecksum(rewritten)).toBe(true);
    expect(readBatchHeader(rewritten)).toMatchObject({ count: 1, lastOffsetDelta: 1 });
    expect(readRecords(rewritten)).toMatchObject([{ offset: 1n, timestamp: 1_005n }]);
  });
});
