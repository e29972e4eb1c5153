import { describe, expect, it } from 'vitest';
import type { FetchedRecords } from '../../../../src/kafka/port.ts';
import type { KafkaRecord } from '../../../../src/model/record.ts';
import { FetchStore } from '../../../../src/tasks/consume/fetch-store.ts';
import { RecordTape } from '../../../../src/tasks/consume/tape.ts';
import { selectTopics, type TopicSelector } from '../../../../src/tasks/consume/topic-selector.ts';

function fetched(topic: string, arrivedAtMs: number): FetchedRecords {
  return { topic, partition: 0, arrivedAtMs, records: [], nextOffset: 0n, endOffset: 0n };
}

function read(tape: RecordTape, topics: TopicSelector): { seen: string[]; subscription: Disposable } {
  const seen: string[] = [];
  return {
    seen,
    subscription: tape.subscribe(topics, (one) => {
      const { topic, arrivedAtMs } = one.take();
      seen.push(`${topic}@${arrivedAtMs}`);
    }),
  };
}

const RECORDS: readonly KafkaRecord[] = [
  { key: null, value: Buffer.from('a'), headers: [] },
  {
    key: Buffer.alloc(0),
    value: null,
    headers: [
      { key: 'h', value: null },
      { key: 'h', value: Buffer.from([255]) },
    ],
  },
  { key: Buffer.from('k'), value: Buffer.alloc(3000, 'x'), headers: [] },
].map((one, index) => ({
  ...one,
  topic: 'a',
  partition: 0,
  offset: 2n ** 60n + BigInt(index),
  timestampMs: -1n,
}));

describe('RecordTape', () => {
  it.each([
    ['in memory', 1_000_000],
    ['in a file', 0],
  ])('gives back what it keeps %s, as often as there are readers', (_where, mostBytes) => {
    const readers = [selectTopics(['a']), selectTopics(['a'])] as const;
    using tape = new RecordTape(readers, new FetchStore(mostBytes));
    const one = { ...fetched('a', 1.5), records: RECORDS, nextOffset: 7n };
    tape.append(one);
    for (const reader of readers) {
      const taken: FetchedRecords[] = [];
      tape.subscribe(reader, (incoming) => taken.push(incoming.take()));
      tape.release(reader);
      expect(taken).toEqual([one]);
    }
  });

  it('has room again in memory once nobody is left who may ask', () => {
    const reader = selectTopics(['a']);
    const store = new FetchStore(5000);
    using tape = new RecordTape([reader], store);
    const isInMemory = (): boolean => {
      const one = { ...fetched('a', 1), records: RECORDS };
      const kept = store.keep(one).hold();
      const same = kept.take() === one;
      return same;
    };
    tape.append({ ...fetched('a', 1), records: RECORDS });
    expect(isInMemory()).toBe(false);
    tape.release(reader);
    expect(isInMemory()).toBe(true);
  });

  it('replays what came before a task started, over its topics in order of arrival', () => {
    const reader = selectTopics(['b', 'a']);
    const tape = new RecordTape([reader]);
    for (const [topic, atMs] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ] as const)
      tape.append(fetched(topic, atMs));
    const { seen } = read(tape, reader);
    tape.append(fetched('b', 4));
    expect(seen).toEqual(['a@1', 'b@2', 'a@3', 'b@4']);
  });

  it('shows the same records to each of two tasks on one topic', () => {
    const readers = [selectTopics(['a']), selectTopics(['/a|b/'])] as const;
    const tape = new RecordTape(readers);
    tape.append(fetched('a', 1));
    const first = read(tape, readers[0]);
    tape.release(readers[0]);
    tape.append(fetched('a', 2));
    const second = read(tape, readers[1]);
    expect(first.seen).toEqual(['a@1', 'a@2']);
    expect(second.seen).toEqual(['a@1', 'a@2']);
  });

  it('keeps nothing once no task is left that has yet to start', () => {
    const readers = [selectTopics(['a']), selectTopics(['a'])] as const;
    const tape = new RecordTape(readers);
    tape.append(fetched('a', 1));
    tape.release(readers[0]);
    expect(read(tape, readers[1]).seen).toEqual(['a@1']);
    tape.release(readers[1]);
    expect(read(tape, readers[1]).seen).toEqual([]);
  });

  it('tells nothing after the subscription is disposed', () => {
    const reader = selectTopics(['a']);
    const tape = new RecordTape([reader]);
    const { seen, subscription } = read(tape, reader);
    subscription[Symbol.dispose]();
    tape.append(fetched('a', 1));
    expect(seen).toEqual([]);
  });
});
