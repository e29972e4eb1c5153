import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Admin, Consumer, Producer } from '@platformatic/kafka';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';
import { describeWith } from '../../support/needs.ts';

const run = promisify(execFile);
let broker: EmbeddedKafka;

beforeAll(async () => {
  broker = await EmbeddedKafka.start();
});

afterAll(async () => {
  await broker[Symbol.asyncDispose]();
});

describe('kafkajs', () => {
  function connect(clientId: string): Kafka {
    return new Kafka({ clientId, brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
  }

  test('rebalances two members of a group, and each record reaches one of them', async () => {
    const topic = 'kafkajs-rebalance';
    const kafka = connect('rebalance');
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 4, replicationFactor: 3 }] });
    const received: string[] = [];
    const all = Promise.withResolvers<void>();
    const members = ['a', 'b'].map(() =>
      kafka.consumer({ groupId: 'kafkajs-rebalance', heartbeatInterval: 100, maxWaitTimeInMs: 100 }),
    );
    const shared = Promise.withResolvers<void>();
    const shares = new Map<number, number>();
    for (const [index, member] of members.entries()) {
      member.on(member.events.GROUP_JOIN, ({ payload }) => {
        shares.set(index, payload.memberAssignment[topic]?.length ?? 0);
        if ([...shares.values()].join() === '2,2') shared.resolve();
      });
      await member.connect();
      await member.subscribe({ topic, fromBeginning: true });
      await member.run({
        eachMessage: async ({ message }) => {
          if (received.push(String(message.value)) === 40) all.resolve();
        },
      });
    }
    await shared.promise;
    const producer = kafka.producer({ idempotent: true });
    await producer.connect();
    const values = Array.from({ length: 40 }, (_, index) => `v${index}`);
    await producer.send({ topic, messages: values.map((value) => ({ key: value, value })) });
    await all.promise;
    expect(received.toSorted()).toEqual(values.toSorted());
    const { groups } = await admin.describeGroups(['kafkajs-rebalance']);
    expect(groups[0]).toMatchObject({ state: 'Stable', protocolType: 'consumer' });
    expect(groups[0]?.members).toHaveLength(2);
    await Promise.all([...members, producer, admin].map((client) => client.disconnect()));
  });

  test('goes on at the committed offsets', async () => {
    const topic = 'kafkajs-commits';
    const kafka = connect('commits');
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({ topic, messages: ['one', 'two'].map((value) => ({ value })) });
    const readOne = async (): Promise<string> => {
      const consumer = kafka.consumer({ groupId: 'kafkajs-commits', maxWaitTimeInMs: 100 });
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      const first = Promise.withResolvers<string>();
      await consumer.run({
        autoCommit: false,
        eachMessage: async ({ partition, message }) => {
          const next = String(BigInt(message.offset) + 1n);
          await consumer.commitOffsets([{ topic, partition, offset: next }]);
          first.resolve(String(message.value));
          consumer.pause([{ topic }]);
        },
      });
      const value = await first.promise;
      await consumer.disconnect();
      return value;
    };
    expect([await readOne(), await readOne()]).toEqual(['one', 'two']);
    await producer.disconnect();
  });
});

describe('@platformatic/kafka', () => {
  test('creates a topic, produces to it and consumes it with a group', async () => {
    const base = { clientId: 'platformatic', bootstrapBrokers: [broker.bootstrap] };
    const admin = new Admin(base);
    await admin.createTopics({ topics: ['platformatic'], partitions: 2, replicas: 1 });
    const producer = new Producer(base);
    await producer.send({
      messages: [0, 1].map((partition) => ({
        topic: 'platformatic',
        partition,
        key: Buffer.from('k'),
        value: Buffer.from(`v${partition}`),
        headers: new Map([[Buffer.from('h'), Buffer.from('x')]]),
      })),
    });
    const consumer = new Consumer({ ...base, groupId: 'platformatic', maxWaitTime: 100 });
    const stream = await consumer.consume({ topics: ['platformatic'], mode: 'earliest', autocommit: true });
    const values: string[] = [];
    for await (const record of stream) {
      values.push(record.value.toString());
      if (values.length === 2) break;
    }
    expect(values.toSorted()).toEqual(['v0', 'v1']);
    await stream.close();
    await consumer.close(true);
    await Promise.all([producer.close(), admin.close()]);
  });
});

describeWith(['kcat'], 'kcat', () => {
  function kcat(input: string, ...args: readonly string[]): Promise<string> {
    const child = run('kcat', ['-b', broker.bootstrap, '-q', ...args], { timeout: 20_000 });
    child.child.stdin?.end(input);
    return child.then(({ stdout }) => stdout);
  }

  test('produces with every codec and reads it back', async () => {
    const codecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];
    for (const codec of codecs) await kcat(`k:${codec}\n`, '-P', '-t', 'kcat', '-K', ':', '-z', codec);
    const read = await kcat('', '-C', '-t', 'kcat', '-o', 'beginning', '-e', '-f', '%k=%s@%o\n');
    expect(read).toBe(codecs.map((codec, offset) => `k=${codec}@${offset}\n`).join(''));
  });

  test('consumes with a group', async () => {
    await kcat('grouped\n', '-P', '-t', 'kcat-group');
    expect(await kcat('', '-G', 'kcat-group', '-e', '-o', 'beginning', 'kcat-group')).toBe('grouped\n');
  });

  test('finds offsets by time, inside compressed batches too', async () => {
    await kcat('a\nb\nc\n', '-P', '-t', 'kcat-time', '-z', 'lz4');
    expect(await kcat('', '-Q', '-t', 'kcat-time:0:1000')).toContain('kcat-time [0] offset 0');
    expect(await kcat('', '-Q', '-t', 'kcat-time:0:9999999999999')).toContain('kcat-time [0] offset -1');
  });
});
