import { describe, expect, it } from 'vitest';
import type { FetchedRecords } from '../../../../src/kafka/port.ts';
import { RecordTape } from '../../../../src/tasks/consume/tape.ts';
import { selectTopics, type TopicSelector } from '../../../../src/tasks/consume/topic-selector.ts';

function fetched(topic: string, arrivedAtMs: number): FetchedRecords {
  return { topic, partition: 0, arrivedAtMs, records: [], nextOffset: 0n, endOffset: 0n };
}

function read(tape: RecordTape, topics: TopicSelector): { seen: string[]; subscription: Disposable } {
  const seen: string[] = [];
  return {
    seen,
    subscription: tape.subscribe(topics, (one) => seen.push(`${one.topic}@${one.arrivedAtMs}`)),
  };
}

describe('RecordTape', () => {
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
