import type { RecordsBatch } from '@platformatic/kafka';
import { expect, test } from 'vitest';
import { nextOffsetOf, readBatches } from '../../../../src/kafka/watch/read-batches.ts';

const TRANSACTIONAL = 0b01_0000;
const CONTROL = 0b11_0000;
const APPEND_TIME = 0b1000;

function batch(firstOffset: bigint, count: number, more: Partial<RecordsBatch> = {}): RecordsBatch {
  return {
    firstOffset,
    length: 0,
    partitionLeaderEpoch: 0,
    magic: 2,
    crc: 0,
    attributes: 0,
    lastOffsetDelta: count - 1,
    firstTimestamp: 1_000n,
    maxTimestamp: 2_000n,
    producerId: -1n,
    producerEpoch: 0,
    firstSequence: 0,
    records: Array.from({ length: count }, (_, offsetDelta) => ({
      length: 0,
      attributes: 0,
      timestampDelta: BigInt(offsetDelta),
      offsetDelta,
      key: null,
      value: null,
      headers: [],
    })),
    ...more,
  };
}

/** `of` a producer that commits or aborts. */
function marker(offset: bigint, producerId: bigint, type: 'abort' | 'commit'): RecordsBatch {
  const [record] = batch(offset, 1).records;
  const key = Buffer.from([0, 0, 0, type === 'abort' ? 0 : 1]);
  return batch(offset, 1, { attributes: CONTROL, producerId, records: record ? [{ ...record, key }] : [] });
}

function offsetsOf(
  batches: RecordsBatch[],
  {
    from = 0n,
    isolation = 'read_committed',
    aborted = [],
  }: Partial<Parameters<typeof readBatches>[1]> & {
    aborted?: { producerId: bigint; firstOffset: bigint }[];
  } = {},
): number[] {
  const fetched = { topic: 't', partition: 0, batches, aborted };
  return readBatches(fetched, { from, isolation }).map(({ offset }) => Number(offset));
}

test('records below the offset asked for are left out', () => {
  expect(offsetsOf([batch(0n, 5)], { from: 3n })).toEqual([3, 4]);
});

test('a compacted batch keeps the offsets of what is left of it', () => {
  const compacted = batch(10n, 5);
  compacted.records = compacted.records.filter(({ offsetDelta }) => offsetDelta % 2 === 1);
  expect(offsetsOf([compacted])).toEqual([11, 13]);
  expect(nextOffsetOf([compacted])).toBe(15n);
});

test('markers of transactions are no records, and count as read', () => {
  const batches = [batch(0n, 2, { attributes: TRANSACTIONAL, producerId: 7n }), marker(2n, 7n, 'commit')];
  expect(offsetsOf(batches)).toEqual([0, 1]);
  expect(nextOffsetOf(batches)).toBe(3n);
});

test('an aborted transaction is left out up to its marker, and what its producer writes then is there', () => {
  const batches = [
    batch(0n, 1, { attributes: TRANSACTIONAL, producerId: 7n }),
    batch(1n, 1),
    marker(2n, 7n, 'abort'),
    batch(3n, 1, { attributes: TRANSACTIONAL, producerId: 7n }),
    marker(4n, 7n, 'commit'),
  ];
  const aborted = [{ producerId: 7n, firstOffset: 0n }];
  expect(offsetsOf(batches, { aborted })).toEqual([1, 3]);
  expect(offsetsOf(batches, { aborted, isolation: 'read_uncommitted' })).toEqual([0, 1, 3]);
});

test('an aborted transaction is left out though its marker is not in the response', () => {
  const batches = [batch(5n, 2, { attributes: TRANSACTIONAL, producerId: 7n })];
  expect(offsetsOf(batches, { aborted: [{ producerId: 7n, firstOffset: 2n }] })).toEqual([]);
});

test('two aborted transactions of one producer are both left out, whatever their order in the response', () => {
  const batches = [0n, 4n].flatMap((first) => [
    batch(first, 1, { attributes: TRANSACTIONAL, producerId: 7n }),
    marker(first + 1n, 7n, 'abort'),
    batch(first + 2n, 1, { attributes: TRANSACTIONAL, producerId: 7n }),
    marker(first + 3n, 7n, 'commit'),
  ]);
  const aborted = [
    { producerId: 7n, firstOffset: 4n },
    { producerId: 7n, firstOffset: 0n },
  ];
  expect(offsetsOf(batches, { aborted })).toEqual([2, 6]);
});

test('the timestamp is the one of the record, or of the append where the topic says so', () => {
  const times = (attributes: number): bigint[] =>
    readBatches(
      { topic: 't', partition: 0, batches: [batch(0n, 2, { attributes })], aborted: [] },
      { from: 0n, isolation: 'read_committed' },
    ).map(({ timestampMs }) => timestampMs);
  expect(times(0)).toEqual([1_000n, 1_001n]);
  expect(times(APPEND_TIME)).toEqual([2_000n, 2_000n]);
});

test('headers keep their order, their repetitions and what is null', () => {
  const withHeaders = batch(0n, 1);
  for (const record of withHeaders.records) {
    record.headers = [
      [Buffer.from('a'), Buffer.from('1')],
      [Buffer.from('a'), null],
      [Buffer.from('ü'), Buffer.from([0xff])],
    ];
  }
  const [record] = readBatches(
    { topic: 't', partition: 0, batches: [withHeaders], aborted: [] },
    { from: 0n, isolation: 'read_committed' },
  );
  expect(record?.headers).toEqual([
    { key: 'a', value: Buffer.from('1') },
    { key: 'a', value: null },
    { key: 'ü', value: Buffer.from([0xff]) },
  ]);
});
