import { beforeEach, describe, expect, test } from 'vitest';
import { JoinedClusters } from '../../../src/kafka/joined-clusters.ts';
import type { FetchedRecords, Kafka } from '../../../src/kafka/port.ts';
import type { OutgoingRecord } from '../../../src/model/record.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { ScriptedKafka } from '../../support/scripted-kafka.ts';

const signal = new AbortController().signal;

function record(topic: string, value: string): OutgoingRecord {
  return { topic, key: null, value: Buffer.from(value), headers: [] };
}

describe('several clusters', () => {
  let main: ScriptedKafka;
  let analytics: ScriptedKafka;
  let joined: Kafka;

  beforeEach(() => {
    const clock = new FakeClock();
    main = new ScriptedKafka(clock, { orders: [3] });
    analytics = new ScriptedKafka(clock, { orders: [7, 8] });
    joined = new JoinedClusters(
      new Map([
        ['main', { kafka: main, createsTopics: true }],
        ['analytics', { kafka: analytics, createsTopics: false }],
      ]),
    );
  });

  test('name the topics of all but the first with their cluster', async () => {
    expect(await joined.listTopics(signal)).toEqual(['orders', 'analytics:orders']);
  });

  test('give offsets under the names that they were asked for by', async () => {
    expect(await joined.offsets(['orders', 'main:orders', 'analytics:orders'], 'end', signal)).toEqual(
      new Map([
        ['orders', [3n]],
        ['main:orders', [3n]],
        ['analytics:orders', [7n, 8n]],
      ]),
    );
  });

  test('store each record where it belongs, and answer in the order given', async () => {
    const records = ['analytics:orders', 'orders', 'analytics:orders'].map((topic, index) =>
      record(topic, `${index}`),
    );
    const stored = await joined.produce(records, { signal });
    expect(stored.map(({ topic, offset }) => [topic, offset])).toEqual([
      ['orders', 7n],
      ['orders', 3n],
      ['orders', 8n],
    ]);
    expect(main.produced.map(({ value }) => String(value))).toEqual(['1']);
    expect(analytics.produced.map(({ value }) => String(value))).toEqual(['0', '2']);
  });

  test('are watched together, the records with the plain name of their topic', async () => {
    const seen: FetchedRecords[] = [];
    await using _ = joined.watch({
      topics: ['orders', 'analytics:orders'],
      positions: new Map([['orders', [3n]]]),
      isolation: 'read_committed',
      onFetch: (fetched) => {
        seen.push(fetched);
      },
    });
    main.arrive('orders', { value: 1 });
    analytics.arrive('orders', { value: 2 });
    expect(seen.map(({ topic, records }) => [topic, records.map((one) => one.topic)])).toEqual([
      ['orders', ['orders']],
      ['analytics:orders', ['orders']],
    ]);
  });

  test('get topics on demand only where that is allowed', async () => {
    await joined.createTopics([{ name: 'new' }, { name: 'analytics:new' }], signal);
    expect(await main.listTopics()).toContain('new');
    expect(await analytics.listTopics()).not.toContain('new');
  });

  test('know their groups, which may have a colon in their names', async () => {
    const group = (id: string) => ({
      id,
      state: 'Stable',
      members: [{ clientId: 'c', host: 'h', assignments: [{ topic: 'orders', partitions: [0] }] }],
      committed: [{ topic: 'orders', partition: 0, offset: 1n }],
    });
    main.groups.push(group('a:b'));
    analytics.groups.push(group('g'));
    const [named] = await joined.describeGroups(['analytics:g'], signal);
    expect(named).toMatchObject({ id: 'analytics:g', committed: [{ topic: 'analytics:orders' }] });
    expect(await joined.describeGroups(['a:b'], signal)).toMatchObject([
      { id: 'a:b', committed: [{ topic: 'orders' }] },
    ]);
    expect((await joined.describeGroups('all', signal)).map(({ id }) => id)).toEqual(['a:b', 'analytics:g']);
  });

  test('are told from one that is not configured', async () => {
    await expect(joined.offsets(['analitics:orders'], 'end', signal)).rejects.toMatchObject({
      message: 'no cluster "analitics" is configured',
      hint: 'did you mean "analytics"?',
    });
  });
});
