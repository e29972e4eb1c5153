import { describe, expect, test } from 'vitest';
import { Configuration } from '../../../../src/broker/config/configuration.ts';
import { topicSettings } from '../../../../src/broker/config/topic-settings.ts';
import { LogMemory } from '../../../../src/broker/log/log-memory.ts';
import { PartitionLog } from '../../../../src/broker/log/partition-log.ts';
import { encodeBatch, type RecordDraft, readBatchHeader } from '../../../../src/broker/wire/record-batch.ts';
import { readRecords } from '../../../../src/broker/wire/records.ts';

const EVERYTHING = { maxBytes: 2 ** 31, atLeastOne: false };

function newLog(settings: Record<string, string> = {}, memory = new LogMemory(2 ** 30)): PartitionLog {
  const configuration = new Configuration('topic', topicSettings).replace(new Map(Object.entries(settings)));
  return new PartitionLog({ topic: 't', partition: 0, configuration, memory });
}

function append(log: PartitionLog, records: readonly RecordDraft[], nowMs = 1_000): bigint {
  const batch = encodeBatch({ baseTimestamp: BigInt(nowMs), records });
  return log.append(batch, readBatchHeader(batch), nowMs, false);
}

function record(key: string | null, value: string | null): RecordDraft {
  return { key: key === null ? null : Buffer.from(key), value: value === null ? null : Buffer.from(value) };
}

/** What a reader sees from an offset on. */
function read(log: PartitionLog, from = log.startOffset, limits = EVERYTHING) {
  const { pieces } = log.read(from, { ...limits, below: log.endOffset });
  return batchesIn(Buffer.concat(pieces)).flatMap((batch) =>
    readRecords(batch).map(({ offset, key, value }) => `${offset}:${key}=${value}`),
  );
}

function batchesIn(bytes: Buffer): readonly Buffer[] {
  const batches: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { sizeBytes } = readBatchHeader(bytes, at);
    batches.push(bytes.subarray(at, at + sizeBytes));
    at += sizeBytes;
  }
  return batches;
}

describe('a log', () => {
  test('numbers records, and reads whole batches from any offset', () => {
    const log = newLog();
    expect(append(log, [record('a', '1'), record('b', '2')])).toBe(0n);
    expect(append(log, [record('c', '3')])).toBe(2n);
    expect(read(log, 0n)).toEqual(['0:a=1', '1:b=2', '2:c=3']);
    expect(read(log, 1n)).toEqual(['0:a=1', '1:b=2', '2:c=3']);
    expect(read(log, 2n)).toEqual(['2:c=3']);
    expect(read(log, 3n)).toEqual([]);
  });

  test('reads no gap when a batch does not fit but a later one would', () => {
    const log = newLog({ 'segment.bytes': '1' });
    const sizes = [10, 5_000, 10].map((size) => 'x'.repeat(size));
    for (const value of sizes) append(log, [record(null, value)]);
    expect(read(log, 0n, { maxBytes: 1_000, atLeastOne: true })).toHaveLength(1);
    expect(read(log, 1n, { maxBytes: 1_000, atLeastOne: true })).toHaveLength(1);
    expect(read(log, 1n, { maxBytes: 1_000, atLeastOne: false })).toHaveLength(0);
  });

  test('finds batches by time', () => {
    const log = newLog();
    for (const nowMs of [10, 30, 20]) append(log, [record('k', `${nowMs}`)], nowMs);
    const found = [0n, 10n, 11n, 31n].map((time) => {
      const batch = log.findByTime(time);
      return batch && readBatchHeader(batch).baseOffset;
    });
    expect(found).toEqual([0n, 0n, 1n, undefined]);
    expect(log.findLatest()).toEqual(log.findByTime(30n));
  });

  test('gives up what lies before an offset', () => {
    const log = newLog({ 'segment.bytes': '1' });
    for (const value of ['1', '2', '3']) append(log, [record('k', value)]);
    log.deleteBefore(2n);
    expect(log.startOffset).toBe(2n);
    expect(read(log)).toEqual(['2:k=3']);
    log.deleteBefore(1n);
    expect(log.startOffset).toBe(2n);
  });
});

describe('retention', () => {
  test('keeps everything, however old, unless the topic says otherwise', () => {
    const log = newLog({ 'segment.bytes': '1' });
    append(log, [record('k', 'v')], 0);
    log.retain(1e15);
    expect(read(log)).toHaveLength(1);
  });

  test('gives up segments whose records are all too old', () => {
    const log = newLog({ 'segment.bytes': '1', 'retention.ms': '100' });
    for (const nowMs of [0, 50, 200]) append(log, [record('k', `${nowMs}`)], nowMs);
    log.retain(160);
    expect(read(log)).toEqual(['2:k=200']);
    log.retain(1_000);
    expect([log.startOffset, log.endOffset]).toEqual([3n, 3n]);
    expect(append(log, [record('k', 'more')])).toBe(3n);
  });

  test('gives up the oldest segments beyond a size', () => {
    const log = newLog({ 'segment.bytes': '1', 'retention.bytes': '150' });
    for (let index = 0; index < 5; index++) append(log, [record('k', 'v')]);
    log.retain(0);
    expect(log.startOffset).toBe(2n);
  });
});

describe('compaction', () => {
  test('leaves the last record of each key at its offset', () => {
    const log = newLog();
    append(log, [record('a', '1'), record('b', '1'), record('a', '2')]);
    append(log, [record('b', '2')]);
    append(log, [record('c', '1')]);
    log.compact(0, true);
    expect(read(log)).toEqual(['2:a=2', '3:b=2', '4:c=1']);
    expect(append(log, [record('d', '1')])).toBe(5n);
    expect(read(log, 1n)).toEqual(['2:a=2', '3:b=2', '4:c=1', '5:d=1']);
    expect([log.startOffset, log.endOffset]).toEqual([0n, 6n]);
  });

  test('leaves the segment that is written to alone, as Kafka does', () => {
    const log = newLog();
    for (const value of ['1', '2']) append(log, [record('a', value)]);
    log.compact(0, false);
    expect(read(log)).toHaveLength(2);
  });

  test('forgets tombstones a while after it has met them', () => {
    const log = newLog({ 'delete.retention.ms': '100' });
    append(log, [record('a', '1'), record('a', null), record('b', '1')]);
    log.compact(0, true);
    expect(read(log)).toEqual(['1:a=null', '2:b=1']);
    log.compact(99, true);
    expect(read(log)).toHaveLength(2);
    log.compact(100, true);
    expect(read(log)).toEqual(['2:b=1']);
  });

  test('drops records of aborted transactions, and waits for open ones', () => {
    const log = newLog();
    const producer = { producerId: 7n, producerEpoch: 0 };
    const write = (value: string, baseSequence: number): void => {
      const records = [record('a', value)];
      const batch = encodeBatch({
        baseTimestamp: 0n,
        attributes: 0b1_0000,
        ...producer,
        baseSequence,
        records,
      });
      log.append(batch, readBatchHeader(batch), 0, false);
    };
    append(log, [record('a', 'old')]);
    write('aborted', 0);
    log.appendMarker(producer, false, 0);
    write('open', 1);
    log.compact(0, true);
    expect(read(log).filter((line) => line.includes(':a='))).toHaveLength(3);
    log.appendMarker(producer, true, 0);
    log.compact(0, true);
    expect(read(log).filter((line) => line.includes(':a='))).toEqual(['3:a=open']);
  });
});

describe('memory', () => {
  test('stays below its limit: older segments move to a file and are read from there', () => {
    using memory = new LogMemory(4 << 20);
    const log = newLog({}, memory);
    const value = 'v'.repeat(100_000);
    for (let index = 0; index < 120; index++) append(log, [record(`${index}`, value)], index);
    expect(memory.residentBytes).toBeLessThan(6 << 20);
    const offsets = read(log).map((line) => line.split(':')[0]);
    expect(offsets).toEqual(Array.from({ length: 120 }, (_, index) => `${index}`));
    expect(readBatchHeader(log.findByTime(60n) ?? Buffer.alloc(61)).baseOffset).toBe(60n);
    log.deleteBefore(110n);
    for (let index = 120; index < 240; index++) append(log, [record(`${index}`, value)], index);
    expect(read(log, 200n)[0]).toMatch(/^200:/);
    expect(read(log).at(-1)).toMatch(/^239:/);
    log.delete();
    expect(memory.residentBytes).toBe(0);
  });
});
