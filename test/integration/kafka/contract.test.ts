import { randomUUID } from 'node:crypto';
import { Admin, Consumer } from '@platformatic/kafka';
import { Kafka as KafkaJs, logLevel } from 'kafkajs';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { RunError } from '../../../src/base/errors.ts';
import { connectKafka } from '../../../src/kafka/connect.ts';
import type { ConsumerGroup, Kafka, ProduceOptions } from '../../../src/kafka/port.ts';
import type { OutgoingRecord } from '../../../src/model/record.ts';
import { kafkaProviders } from '../../support/kafka-providers.ts';
import { describeWith } from '../../support/needs.ts';
import { watchTopics } from '../../support/watched.ts';

const signal = new AbortController().signal;

function text(value: string | null): Uint8Array | null {
  return value === null ? null : Buffer.from(value);
}

/** A record with text for a value. */
function record(topic: string, value: string | null, more: Partial<OutgoingRecord> = {}): OutgoingRecord {
  return { topic, key: null, value: text(value), headers: [], ...more };
}

async function failureOf(promise: Promise<unknown>): Promise<RunError> {
  const failure = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(failure).toBeInstanceOf(RunError);
  return failure as RunError; // as the line above says
}

for (const { name, needs, address, lacks } of kafkaProviders) {
  describeWith(needs, `the Kafka client on ${name}`, () => {
    let bootstrap = '';
    beforeAll(async () => {
      bootstrap = await address();
    });

    function connect(): Kafka {
      const kafka = connectKafka({ bootstrap, clock: systemClock });
      onTestFinished(() => kafka[Symbol.asyncDispose]());
      return kafka;
    }

    async function connectWithTopic(
      partitions = 1,
      config: Record<string, string> = {},
    ): Promise<{ kafka: Kafka; topic: string }> {
      const kafka = connect();
      const topic = `contract-${randomUUID()}`;
      await kafka.createTopics([{ name: topic, partitions, config }], signal);
      return { kafka, topic };
    }

    it('says what the cluster is', async () => {
      const { clusterId, brokers } = await connect().describeCluster(signal);
      expect(clusterId).toMatch(/\S/);
      expect(brokers).toBe(1);
    });

    it('creates topics with partitions and configuration, and leaves alone those that exist', async () => {
      const { kafka, topic } = await connectWithTopic(3);
      await kafka.createTopics([{ name: topic, partitions: 5 }], signal);
      expect(await kafka.offsets([topic], 'end', signal)).toEqual(new Map([[topic, [0n, 0n, 0n]]]));
      expect(await kafka.listTopics(signal)).toContain(topic);
    });

    it('says of a name that can be no topic what names may be', async () => {
      const failure = await failureOf(connect().createTopics([{ name: 'not a name' }], signal));
      expect(failure.code).toBe('KAFKA_UNKNOWN_TOPIC');
      expect(failure.hint).toContain('names are up to 249');
    });

    it('reads offsets: of the start, of the end, at a time; not those of a topic that does not exist', async () => {
      const { kafka, topic } = await connectWithTopic();
      const records = [1_000n, 2_000n, 3_000n].map((timestampMs) => record(topic, 'v', { timestampMs }));
      await kafka.produce(records, { signal });
      const offsets = (at: Parameters<Kafka['offsets']>[1]) =>
        kafka.offsets([topic, `${topic}-not`], at, signal);
      expect(await offsets('start')).toEqual(new Map([[topic, [0n]]]));
      expect(await offsets('end')).toEqual(new Map([[topic, [3n]]]));
      expect(await offsets({ timeMs: 1_001 })).toEqual(new Map([[topic, [1n]]]));
      expect(await offsets({ timeMs: 9_999 })).toEqual(new Map([[topic, [3n]]]));
    });

    it('gives back records as they were: tombstones, empty values, headers that repeat, null and binary', async () => {
      const { kafka, topic } = await connectWithTopic();
      const given: readonly Partial<OutgoingRecord>[] = [
        { key: text('k'), value: text('v') },
        { key: null, value: null },
        { key: text(''), value: text('') },
        {
          value: text('h'),
          headers: [
            { key: 'a', value: text('1') },
            { key: 'a', value: null },
            { key: 'ü', value: new Uint8Array([0xff, 0]) },
          ],
        },
        { value: text('t'), timestampMs: 1_652_012_999_698n },
      ];
      const stored = await kafka.produce(
        given.map((one) => record(topic, null, one)),
        { signal },
      );
      await using watched = watchTopics(kafka, [topic]);
      await watched.until(given.length);
      const plain = (bytes: Uint8Array | null | undefined) => (bytes ? [...bytes] : null);
      for (const [index, seen] of watched.records().entries()) {
        expect(plain(seen.key)).toEqual(plain(given[index]?.key));
        expect(plain(seen.value)).toEqual(plain(given[index]?.value));
        expect(seen.headers.map(({ key, value }) => [key, plain(value)])).toEqual(
          (given[index]?.headers ?? []).map(({ key, value }) => [key, plain(value)]),
        );
        const { partition, offset, timestampMs } = seen;
        expect(stored[index]).toMatchObject({ topic, partition, offset, timestampMs });
      }
    });

    it.for(['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const)(
      'reads what it wrote with compression %s',
      async (compression) => {
        const { kafka, topic } = await connectWithTopic();
        const values = Array.from({ length: 50 }, (_, index) => `${index} ${'x'.repeat(index * 10)}`);
        await kafka.produce(
          values.map((value) => record(topic, value)),
          { signal, compression },
        );
        await using watched = watchTopics(kafka, [topic]);
        await watched.until(values.length);
        expect(watched.records().map(({ value }) => String(value))).toEqual(values);
      },
    );

    it.for([{ acks: 'all' }, { acks: 'all', idempotent: false }, { acks: 'leader' }] satisfies Omit<
      ProduceOptions,
      'signal'
    >[])('acknowledges with %o', async (options) => {
      const { kafka, topic } = await connectWithTopic();
      const before = performance.now();
      const stored = await kafka.produce([record(topic, 'a'), record(topic, 'b')], { ...options, signal });
      expect(stored.map(({ offset }) => offset)).toEqual([0n, 1n]);
      expect(stored[1]?.acknowledgedAtMs).toBeGreaterThan(before);
      expect(stored[1]?.acknowledgedAtMs).toBeLessThanOrEqual(performance.now());
    });

    it('stores with acks none, and knows no offset', async () => {
      const { kafka, topic } = await connectWithTopic();
      const stored = await kafka.produce([record(topic, 'a')], { acks: 'none', signal });
      expect(stored).toMatchObject([{ topic, partition: 0, offset: -1n }]);
      await using watched = watchTopics(kafka, [topic]);
      await watched.until(1);
    });

    it('gives the time of the append where the topic keeps that', async () => {
      const { kafka, topic } = await connectWithTopic(1, { 'message.timestamp.type': 'LogAppendTime' });
      const [stored] = await kafka.produce([record(topic, 'a', { timestampMs: 1_000n })], { signal });
      await using watched = watchTopics(kafka, [topic]);
      await watched.until(1);
      expect(stored?.timestampMs).toBeGreaterThan(1_000n);
      expect(watched.records()[0]?.timestampMs).toBe(stored?.timestampMs);
    });

    it('puts a key into the partition where the Java client would', async () => {
      const { kafka, topic } = await connectWithTopic(7);
      const keys = ['21', 'foobar', 'a-little-bit-long-string'];
      const stored = await kafka.produce(
        keys.map((key) => record(topic, 'v', { key: text(key) })),
        { signal },
      );
      const hashes = [-973932308, -790332482, -985981536];
      expect(stored.map(({ partition }) => partition)).toEqual(hashes.map((hash) => (hash & 0x7fffffff) % 7));
    });

    it('refuses a partition that does not exist', async () => {
      const { kafka, topic } = await connectWithTopic(3);
      const failure = await failureOf(kafka.produce([record(topic, 'v', { partition: 3 })], { signal }));
      expect(failure.code).toBe('KAFKA_BAD_PARTITION');
      expect(failure.message).toBe(`topic "${topic}" has no partition 3: it has 3 partitions, 0 to 2`);
    });

    it('names the nearest topic when there is none of the name', async () => {
      const { kafka, topic } = await connectWithTopic();
      const failure = await failureOf(kafka.produce([record(`${topic}s`, 'v')], { signal }));
      expect(failure.code).toBe('KAFKA_UNKNOWN_TOPIC');
      expect(failure.hint).toBe(`did you mean "${topic}"?`);
      expect(await kafka.listTopics(signal)).not.toContain(`${topic}s`);
    });

    it('says of a record that is too large how large it is, and goes on with the next', async () => {
      const { kafka, topic } = await connectWithTopic(1, { 'max.message.bytes': '20000' });
      const failure = await failureOf(kafka.produce([record(topic, 'x'.repeat(30_000))], { signal }));
      expect(failure.code).toBe('KAFKA_RECORD_TOO_LARGE');
      expect(failure.message).toContain('a record of 30');
      expect(await kafka.produce([record(topic, 'fits')], { signal })).toMatchObject([{ offset: 0n }]);
    });

    it('cuts a batch that is too large for the topic, and stores every record once and in order', async () => {
      const { kafka, topic } = await connectWithTopic(1, { 'max.message.bytes': '20000' });
      const values = Array.from({ length: 40 }, (_, index) => `${index}`.padEnd(1_000, '.'));
      const stored = await kafka.produce(
        values.map((value) => record(topic, value)),
        { signal },
      );
      expect(stored.map(({ offset }) => Number(offset))).toEqual(values.map((_, index) => index));
      await using watched = watchTopics(kafka, [topic]);
      await watched.until(values.length);
      expect(watched.records().map(({ value }) => String(value))).toEqual(values);
    });

    it('watches from positions: nothing before, everything after', async () => {
      const { kafka, topic } = await connectWithTopic(3);
      const produce = (value: string) =>
        kafka.produce(
          [0, 1, 2].map((partition) => record(topic, value, { partition })),
          { signal },
        );
      await produce('before');
      const positions = await kafka.offsets([topic], 'end', signal);
      await using watched = watchTopics(kafka, [topic], { positions });
      await produce('after');
      await watched.until(3);
      expect(watched.lines().toSorted()).toEqual(
        [0, 1, 2].map((partition) => `${topic}[${partition}]@1 after`),
      );
    });

    it('says when a response arrived, before what it brought was acknowledged a moment later', async () => {
      const { kafka, topic } = await connectWithTopic();
      await using watched = watchTopics(kafka, [topic]);
      const before = performance.now();
      await kafka.produce([record(topic, 'a')], { signal });
      await watched.until(1);
      const fetched = watched.fetches.at(-1);
      expect(fetched).toMatchObject({ topic, partition: 0, nextOffset: 1n, endOffset: 1n });
      expect(fetched?.arrivedAtMs).toBeGreaterThan(before);
      expect(fetched?.arrivedAtMs).toBeLessThanOrEqual(performance.now());
    });

    it('reads topics that appear while it watches, from their start', async () => {
      const { kafka, topic } = await connectWithTopic();
      const later = [1, 2, 3].map((number) => `${topic}-later-${number}`);
      await using watched = watchTopics(kafka, [topic, ...later]);
      await kafka.produce([record(topic, 'first')], { signal });
      await watched.until(1);
      for (const name of later) {
        await kafka.createTopics([{ name, partitions: 2 }], signal);
        await kafka.produce([record(name, 'there', { partition: 1 })], { signal });
      }
      await kafka.produce([record(topic, 'last')], { signal });
      await watched.until(5);
      expect(watched.lines().toSorted()).toEqual(
        [
          `${topic}[0]@0 first`,
          `${topic}[0]@1 last`,
          ...later.map((name) => `${name}[1]@0 there`),
        ].toSorted(),
      );
    });

    it('reads partitions that are added while it watches', async () => {
      const { kafka, topic } = await connectWithTopic();
      await using watched = watchTopics(kafka, [topic]);
      const admin = new KafkaJs({ brokers: [bootstrap], logLevel: logLevel.NOTHING }).admin();
      onTestFinished(() => admin.disconnect());
      await admin.connect();
      await admin.createPartitions({ topicPartitions: [{ topic, count: 3 }] });
      await expect
        .poll(() =>
          kafka.produce([record(topic, 'new', { partition: 2 })], { signal }).catch(() => undefined),
        )
        .toHaveLength(1);
      await watched.until(1);
      expect(watched.lines()).toEqual([`${topic}[2]@0 new`]);
    });

    it('reads a topic anew that was deleted and created again', async () => {
      const { kafka, topic } = await connectWithTopic();
      await using watched = watchTopics(kafka, [topic]);
      await kafka.produce([record(topic, 'a'), record(topic, 'b')], { signal });
      await watched.until(2);
      const admin = new KafkaJs({ brokers: [bootstrap], logLevel: logLevel.NOTHING }).admin();
      onTestFinished(() => admin.disconnect());
      await admin.connect();
      await admin.deleteTopics({ topics: [topic] });
      await expect.poll(() => kafka.listTopics(signal)).not.toContain(topic);
      await kafka.createTopics([{ name: topic }], signal);
      await kafka.produce([record(topic, 'c')], { signal });
      await watched.until(3);
      expect(watched.lines().at(-1)).toBe(`${topic}[0]@0 c`);
    });

    it('waits for an offset beyond the end, and begins at the start for one below it', async () => {
      const { kafka, topic } = await connectWithTopic(2);
      const admin = new Admin({ bootstrapBrokers: [bootstrap], clientId: 'test' });
      onTestFinished(() => admin.close());
      await kafka.produce(
        [1, 2, 3].map((number) => record(topic, `${number}`, { partition: 1 })),
        { signal },
      );
      await admin.deleteRecords({ topics: [{ name: topic, partitions: [{ partition: 1, offset: 2n }] }] });
      await using watched = watchTopics(kafka, [topic], { positions: new Map([[topic, [2n, 0n]]]) });
      await watched.until(1);
      for (const value of ['a', 'b', 'c'])
        await kafka.produce([record(topic, value, { partition: 0 })], { signal });
      await watched.until(2);
      expect(watched.lines()).toEqual([`${topic}[1]@2 3`, `${topic}[0]@2 c`]);
    });

    it('shows a transaction when it is committed, and its end as the moment of the acknowledgement', async () => {
      const { kafka, topic } = await connectWithTopic(2);
      await using watched = watchTopics(kafka, [topic]);
      const records = [0, 1].map((partition) => record(topic, 'committed', { partition }));
      const stored = await kafka.produce(records, { transaction: 'commit', compression: 'gzip', signal });
      await kafka.produce(records, { signal });
      await watched.until(4);
      expect(stored.map(({ offset }) => offset)).toEqual([0n, 0n]);
      expect(stored[0]?.acknowledgedAtMs).toBe(stored[1]?.acknowledgedAtMs);
      const values = watched.records().map(({ partition, value }) => `${partition} ${value}`);
      expect(values.toSorted()).toEqual(['0 committed', '0 committed', '1 committed', '1 committed']);
    });

    it('shows an aborted transaction only to those who read uncommitted', async () => {
      const { kafka, topic } = await connectWithTopic();
      await using committed = watchTopics(kafka, [topic]);
      await using uncommitted = watchTopics(kafka, [topic], { isolation: 'read_uncommitted' });
      const stored = await kafka.produce([record(topic, 'a'), record(topic, 'b')], {
        transaction: 'abort',
        signal,
      });
      expect(stored.map(({ offset }) => offset)).toEqual([0n, 1n]);
      await kafka.produce([record(topic, 'c')], { transaction: 'commit', signal });
      await kafka.produce([record(topic, 'd')], { transaction: 'abort', signal });
      await kafka.produce([record(topic, 'e')], { signal });
      await Promise.all([committed.until(2), uncommitted.until(5)]);
      expect(committed.records().map(({ value }) => String(value))).toEqual(['c', 'e']);
      expect(uncommitted.records().map(({ value }) => String(value))).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    it('leaves no transaction open when a record of it is refused', async () => {
      const { kafka, topic } = await connectWithTopic(1, { 'max.message.bytes': '20000' });
      const records = [record(topic, 'fits'), record(topic, 'x'.repeat(30_000))];
      const failure = await failureOf(kafka.produce(records, { transaction: 'commit', signal }));
      expect(failure.code).toBe('KAFKA_RECORD_TOO_LARGE');
      await kafka.produce([record(topic, 'next')], { signal });
      await using watched = watchTopics(kafka, [topic]);
      await watched.until(1);
      expect(watched.records().map(({ value }) => String(value))).toEqual(['next']);
    });

    it('asks for no more of a partition while what came is not taken, and for others all the same', async () => {
      const { kafka, topic } = await connectWithTopic(2);
      const seen: string[] = [];
      const taken = Promise.withResolvers<void>();
      const watch = kafka.watch({
        topics: [topic],
        positions: new Map(),
        isolation: 'read_committed',
        onFetch: ({ partition, records }) => {
          seen.push(...records.map(({ value }) => `${partition} ${value}`));
          return partition === 0 && records.length > 0 ? taken.promise : undefined;
        },
      });
      onTestFinished(() => watch[Symbol.asyncDispose]());
      const send = (partition: number, value: string) =>
        kafka.produce([record(topic, value, { partition })], { signal });
      await send(0, 'a');
      await expect.poll(() => seen).toEqual(['0 a']);
      await send(0, 'held');
      for (const value of ['b', 'c', 'd']) {
        await send(1, value);
        await expect.poll(() => seen.at(-1)).toBe(`1 ${value}`);
      }
      expect(seen).toEqual(['0 a', '1 b', '1 c', '1 d']);
      taken.resolve();
      await expect.poll(() => seen.at(-1)).toBe('0 held');
    });

    it('hands on nothing once it is disposed', async () => {
      const { kafka, topic } = await connectWithTopic();
      const watched = watchTopics(kafka, [topic]);
      await kafka.produce([record(topic, 'seen')], { signal });
      await watched.until(1);
      await watched[Symbol.asyncDispose]();
      await watched.watch.done;
      await kafka.produce([record(topic, 'unseen')], { signal });
      expect(watched.records()).toHaveLength(1);
    });

    it('describes a group of the classic protocol with its members and committed offsets', async () => {
      const { kafka, topic } = await connectWithTopic(2);
      await kafka.produce([record(topic, 'a', { partition: 1 })], { signal });
      const id = `group-${randomUUID()}`;
      const consumer = new KafkaJs({
        brokers: [bootstrap],
        clientId: 'member',
        logLevel: logLevel.NOTHING,
      }).consumer({ groupId: id });
      onTestFinished(() => consumer.disconnect());
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      await consumer.run({ autoCommitThreshold: 1, eachMessage: async () => undefined });
      await expect
        .poll(() => describeOf(kafka, id), { timeout: 20_000 })
        .toEqual({
          id,
          state: 'Stable',
          members: [
            { clientId: 'member', host: expect.any(String), assignments: [{ topic, partitions: [0, 1] }] },
          ],
          committed: [{ topic, partition: 1, offset: 1n }],
        });
      expect((await kafka.describeGroups('all', signal)).map((group) => group.id)).toContain(id);
    });

    const itModern = lacks.has('consumerGroupProtocol') ? undefined : it;
    itModern?.('describes a group of the new protocol (KIP-848)', async () => {
      const { kafka, topic } = await connectWithTopic(2);
      const id = `group-${randomUUID()}`;
      const consumer = new Consumer({
        bootstrapBrokers: [bootstrap],
        clientId: 'member',
        groupId: id,
        groupProtocol: 'consumer',
      });
      onTestFinished(() => consumer.close(true));
      const stream = await consumer.consume({ topics: [topic] });
      stream.on('data', () => undefined);
      await expect
        .poll(() => describeOf(kafka, id), { timeout: 20_000 })
        .toMatchObject({
          id,
          state: 'Stable',
          members: [{ clientId: 'member', assignments: [{ topic, partitions: [0, 1] }] }],
        });
    });

    it('says of a group that nobody knows that it is dead', async () => {
      const id = `group-${randomUUID()}`;
      expect(await describeOf(connect(), id)).toEqual({ id, state: 'Dead', members: [], committed: [] });
    });

    it('gives the reason of the signal when it is aborted', async () => {
      const reason = new Error('enough');
      await expect(connect().listTopics(AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}

async function describeOf(kafka: Kafka, id: string): Promise<ConsumerGroup | undefined> {
  return (await kafka.describeGroups([id], signal))[0];
}
