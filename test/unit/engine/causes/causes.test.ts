import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causes } from '../../../../src/engine/causes/index.ts';
import type { Facts } from '../../../../src/engine/diagnosis/facts.ts';
import { factsOf, groupOf, recordOf } from '../../../support/facts.ts';

const consume = factsOf().consume;
const miss = {
  record: recordOf({ value: { id: 2 } }),
  met: 1,
  of: 2,
  failed: { name: '.record.value.id: 1', message: 'expected 1, got 2' },
};
const check = { name: 'the plan', status: 'failed' as const, operator: 'equals', evaluated: 1, failed: 1 };
const worker = {
  name: 'worker',
  state: 'running' as const,
  lines: [
    { atMs: 10, line: 'ready' },
    { atMs: 30.4, line: 'TypeError: no plan' },
  ],
};

/** The facts, and the first cause that finds itself in them, with its sentence. */
const cases: readonly [what: string, facts: Partial<Facts>, id: string | undefined, sentence: string][] = [
  [
    'a broker that was away for most of the window',
    { interruptions: [{ forMs: 400, reason: 'connection closed' }], readers: [groupOf({ members: 0 })] },
    'broker-away',
    'the broker was away for 400 ms of the 500 ms window',
  ],
  [
    'a service that exited',
    { services: [{ ...worker, state: 'exited', exitCode: 1 }] },
    'crashed',
    'service "worker" exited with code 1 while the scenario waited for "out"',
  ],
  [
    'a machine that stood still for longer than the record was late',
    { consume: { ...consume, loopLagMs: 60, late: { latencyMs: 540, byMs: 40, record: recordOf() } } },
    'starved',
    "this machine was starved: flowproof's own process stood still for 60 ms of a 500 ms limit",
  ],
  [
    'a late record, with one reader of the input',
    {
      consume: { ...consume, late: { latencyMs: 812.4, byMs: 312.4, record: recordOf() } },
      readers: [groupOf({ service: 'worker' })],
    },
    'late',
    'service "worker" was too slow: the record on "out" came after 812 ms, 312 ms past the limit of 500 ms',
  ],
  [
    'latencies that are too long as a whole',
    {
      failedCheck: {
        ...check,
        name: 'latency p95',
        operator: 'lessOrEqual',
        message: 'expected at most 300 ms, got 412 ms',
      },
    },
    'late',
    'the service that reads "in" was too slow: latency p95: expected at most 300 ms, got 412 ms',
  ],
  [
    'a record in a transaction that is open',
    { hidden: [{ record: recordOf(), isAborted: false }], readers: [groupOf({ lag: 1n })] },
    'uncommitted',
    'the service of group "workers" wrote out[0]@7 in a transaction that is still open',
  ],
  [
    'a record in a transaction that was aborted',
    { hidden: [{ record: recordOf(), isAborted: true }], readers: [groupOf()] },
    'uncommitted',
    'the service of group "workers" wrote out[0]@7 in a transaction that was aborted',
  ],
  [
    'one record too many, with another value',
    { consume: { ...consume, matched: 2 }, matches: [recordOf(), recordOf({ offset: 8, value: { id: 2 } })] },
    'too-many',
    'the service that reads "in" wrote more to "out" than the 1 record expected: out[0]@8',
  ],
  [
    'one record of two',
    { consume: { ...consume, awaited: 2, matched: 1, read: 1 }, readers: [groupOf()] },
    'caught-up',
    'the service of group "workers" read "in" to its end and wrote only 1 of 2 records to "out"',
  ],
  [
    'a flow that came further than the scenario knows',
    { passed: ['mid'], inputs: ['mid'], earlier: [groupOf()], readers: [groupOf({ service: 'worker' })] },
    'caught-up',
    'the flow came as far as "mid": service "worker" has read it to its end, but nothing came on "out"',
  ],
  [
    'a group that reads without joining',
    { readers: [groupOf({ members: 0, assignedPartitions: 0, state: 'Empty', hasCommitted: true })] },
    'caught-up',
    'the service of group "workers" read "in" to its end and wrote nothing to "out"',
  ],
  [
    'a record that could not be read',
    { unreadable: [{ record: recordOf(), reason: 'no JSON' }], readers: [groupOf()] },
    'unreadable',
    'the service of group "workers" wrote another format: out[0]@7 could not be read',
  ],
  [
    'the same record again',
    {
      consume: { ...consume, matched: 2 },
      matches: [recordOf(), recordOf({ offset: 9 })],
    },
    'duplicate',
    'the service that reads "in" wrote the same record twice: out[0]@7 and out[0]@9',
  ],
  [
    'a value that came twice',
    {
      failedCheck: {
        ...check,
        name: 'unique .id',
        operator: 'unique',
        message: '1 in out[0]@8 was in out[0]@7',
      },
    },
    'duplicate',
    'the service that reads "in" wrote a value twice: 1 in out[0]@8 was in out[0]@7',
  ],
  [
    'records in another order',
    {
      failedCheck: {
        ...check,
        name: 'ordered by .n per partition',
        operator: 'ascending',
        message: '1 comes after 2',
      },
    },
    'wrong-order',
    'the service that reads "in" wrote in another order: 1 comes after 2',
  ],
  [
    'data that a check does not allow',
    {
      failedCheck: { ...check, message: 'expected "Free", got "Premium"', record: recordOf() },
      readers: [groupOf({ service: 'worker' })],
    },
    'wrong-data',
    'service "worker" wrote something else than "the plan" asks for in out[0]@7: expected "Free", got "Premium"',
  ],
  [
    'a tombstone',
    { misses: [{ ...miss, record: recordOf({ value: null }) }] },
    'tombstone',
    'the service that reads "in" wrote a tombstone: out[0]@7 has key "k" and no value',
  ],
  [
    'a record that failed one condition',
    { misses: [miss] },
    'filtered',
    'out[0]@7 came but did not match: condition ".record.value.id: 1": expected 1, got 2',
  ],
  [
    'a record from before the scenario',
    { before: [recordOf({ offset: 3 })], readers: [groupOf()] },
    'already-there',
    'a matching record was on "out" before the scenario began: out[0]@3',
  ],
  [
    'a record on a partition that is not read',
    { partitions: [0, 2], elsewhere: [recordOf({ partition: 1 })] },
    'other-partition',
    'the service that reads "in" wrote to another partition: out[1]@7 would have matched, the task reads partitions 0, 2 only',
  ],
  [
    'records on a topic with a similar name',
    { topics: ['pageviews_enriched'], moved: [{ topic: 'enriched_pageviews', records: 1n }] },
    'other-topic',
    'the service that reads "in" wrote to "enriched_pageviews" instead of "pageviews_enriched": it got 1 record',
  ],
  [
    'a matching record on any other topic',
    {
      moved: [
        { topic: 'elsewhere', records: 2n, sample: recordOf({ topic: 'elsewhere' }), wouldMatch: true },
      ],
    },
    'other-topic',
    'the service that reads "in" wrote to "elsewhere" instead of "out": it got 2 records',
  ],
  [
    'other topics that have nothing to do with it',
    {
      topics: ['shard-1'],
      allTopics: ['in', 'shard-1', 'shard-2', 'audit'],
      moved: [
        { topic: 'audit', records: 9n, wouldMatch: false },
        { topic: 'shard-2', records: 9n, wouldMatch: false },
      ],
      readers: [groupOf()],
    },
    'caught-up',
    'the service of group "workers" read "in" to its end and wrote nothing to "shard-1"',
  ],
  [
    'a topic that does not exist',
    { topics: ['nowhere'], readers: [groupOf()] },
    'no-topic',
    'there is no topic "nowhere", and nobody wrote to it',
  ],
  [
    'a record where silence was expected',
    { consume: { ...consume, awaited: 0, matched: 1 }, matches: [recordOf()] },
    'too-many',
    'the service that reads "in" wrote to "out" where silence was expected: out[0]@7',
  ],
  [
    'an earlier hop that got nothing',
    { hops: [{ id: 'first', kind: 'consume', topics: ['mid'], records: 0 }], inputs: ['mid'] },
    'earlier-hop',
    'the flow broke before: "mid" got nothing either, so "out" could not',
  ],
  [
    'a group on a misspelt topic',
    {
      inputs: ['orders'],
      otherGroups: [groupOf({ topics: ['order'], service: 'worker', assignedPartitions: 0 })],
    },
    'look-alike',
    'service "worker" reads "order", not "orders"',
  ],
  [
    'a group without members',
    { readers: [groupOf({ members: 0, assignedPartitions: 0, state: 'Empty', lag: 1n })] },
    'not-running',
    'the service of group "workers" is not running: its group has no members, so nothing came on "out"',
  ],
  [
    'a service that was stopped, and that its group has not missed yet',
    {
      readers: [groupOf({ service: 'worker', lag: 1n })],
      services: [{ ...worker, state: 'stopped' }],
    },
    'not-running',
    'service "worker" is not running: it was stopped, so nothing came on "out"',
  ],
  [
    'a group without members, where earlier runs have left a record',
    { readers: [groupOf({ members: 0, assignedPartitions: 0, state: 'Empty' })], before: [recordOf()] },
    'not-running',
    'the service of group "workers" is not running: its group has no members, so nothing came on "out"',
  ],
  [
    'members without partitions',
    { readers: [groupOf({ members: 2, assignedPartitions: 0, state: 'PreparingRebalance' })] },
    'not-assigned',
    'the service of group "workers" runs, but its group "workers" has no partitions of "in" assigned',
  ],
  [
    'lag that does not move',
    { readers: [groupOf({ lag: 1n, hasMoved: false })] },
    'stuck',
    'the service of group "workers" has not got through "in" (lag 1, not moving), so nothing came on "out"',
  ],
  [
    'an input that nobody reads',
    {},
    'nobody-reads',
    'no consumer group reads "in", so nothing came on "out"',
  ],
  [
    'a service that read its input, with trouble in its log',
    { readers: [groupOf({ service: 'worker' })], services: [worker] },
    'caught-up',
    'service "worker" read "in" to its end and wrote nothing to "out", and its log speaks of trouble',
  ],
  ['nothing at all', { inputs: [] }, undefined, ''],
];

describe('the causes of a failed consume task', () => {
  it.each(cases)('name %s', (_what, given, id, sentence) => {
    const facts = factsOf(given);
    const first = causes.find((cause) => cause.find(facts) !== undefined);
    expect(first?.id).toBe(id);
    expect(first?.find(facts)?.cause ?? '').toBe(sentence);
  });

  it('are one file each, named like the cause', () => {
    const folder = join(import.meta.dirname, '../../../../src/engine/causes');
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');
    expect(files.toSorted()).toEqual(causes.map(({ id }) => `${id}.ts`).toSorted());
  });

  it('show the lines of trouble of a log before all others', () => {
    const facts = factsOf({ readers: [groupOf({ service: 'worker' })], services: [worker] });
    const found = causes.map((cause) => cause.find(facts)).find((one) => one !== undefined);
    expect(found?.evidence).toEqual(['worker said after 30 ms: TypeError: no plan']);
  });
});

describe('a record that was encoded twice', () => {
  it.each(['{"id":1}', '[1]', '"{\\"id\\":1}"'])('is told by its value: %s', (value) => {
    const [{ evidence = [] } = {}] = causes.flatMap(
      (cause) => cause.find(factsOf({ misses: [{ ...miss, record: recordOf({ value }) }] })) ?? [],
    );
    expect(evidence).toContain('its value is a JSON string with JSON inside: it was encoded twice');
  });

  it.each(['plain text', '12', '"text"', '', '{broken'])('is not one that is only text: %s', (value) => {
    const [{ evidence = [] } = {}] = causes.flatMap(
      (cause) => cause.find(factsOf({ misses: [{ ...miss, record: recordOf({ value }) }] })) ?? [],
    );
    expect(evidence.join()).not.toContain('twice');
  });
});

describe('what a service said', () => {
  it('is told once where it said the same again', () => {
    const line = 'connection refused';
    const lines = [10, 20, 30].map((atMs) => ({ atMs, line }));
    const facts = factsOf({
      readers: [groupOf({ service: 'worker', lag: 1n })],
      services: [{ ...worker, lines }],
    });
    const found = causes.map((cause) => cause.find(facts)).find((one) => one !== undefined);
    expect(found?.evidence).toEqual(['worker said 3 times, first after 10 ms: connection refused']);
  });
});
