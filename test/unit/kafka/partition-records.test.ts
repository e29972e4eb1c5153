import { expect, test } from 'vitest';
import { cutIntoBatches, partitionRecords } from '../../../src/kafka/partition-records.ts';
import type { OutgoingRecord } from '../../../src/model/record.ts';

function record(given: Partial<OutgoingRecord> = {}): OutgoingRecord {
  return { topic: 'orders', key: null, value: Buffer.from('v'), headers: [], ...given };
}

const counts = new Map([
  ['orders', 3],
  ['single', 1],
]);

test('records without a key share a partition, the next one with each call', () => {
  const rounds = new Map<string, number>();
  const partitions = Array.from({ length: 4 }, () =>
    partitionRecords([record(), record()], { counts, rounds }).map(({ partition, records }) => [
      partition,
      records.length,
    ]),
  );
  expect(partitions).toEqual([[[0, 2]], [[1, 2]], [[2, 2]], [[0, 2]]]);
});

test('records keep their order within a partition, and their place in the call', () => {
  const given = [record({ partition: 1 }), record({ partition: 0 }), record({ partition: 1 })];
  const shares = partitionRecords(given, { counts, rounds: new Map() });
  expect(shares.map(({ partition, records }) => [partition, records.map(({ index }) => index)])).toEqual([
    [1, [0, 2]],
    [0, [1]],
  ]);
});

test.for([
  ['orders', 3, 'topic "orders" has no partition 3: it has 3 partitions, 0 to 2'],
  ['single', 9, 'topic "single" has no partition 9: it has one partition, 0'],
] as const)('a partition of "%s" that does not exist is an error', ([topic, partition, message]) => {
  const act = () => partitionRecords([record({ topic, partition })], { counts, rounds: new Map() });
  expect(act).toThrow(expect.objectContaining({ code: 'KAFKA_BAD_PARTITION', message }));
});

test('a batch holds what a broker takes, and a record that is too large stays alone', () => {
  const sizes = [400_000, 400_000, 400_000, 2_000_000, 1];
  const records = sizes.map((size, index) => ({ record: record({ value: Buffer.alloc(size) }), index }));
  const batches = cutIntoBatches({ topic: 'orders', partition: 0, records }, 0n);
  expect(batches.map((batch) => batch.records.map(({ index }) => index))).toEqual([[0, 1], [2], [3], [4]]);
});

test('records whose times are months apart are in batches of their own', () => {
  const nowMs = 1_795_620_483_808n;
  const times = [undefined, 1_652_012_999_698n, 1_652_012_999_699n, undefined];
  const records = times.map((timestampMs, index) => ({ record: record({ timestampMs }), index }));
  const batches = cutIntoBatches({ topic: 'orders', partition: 0, records }, nowMs);
  expect(batches.map((batch) => batch.records.map(({ index }) => index))).toEqual([[0], [1, 2], [3]]);
});
