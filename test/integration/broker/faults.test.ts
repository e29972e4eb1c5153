import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apis } from '../../../src/broker/apis/index.ts';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';

let broker: EmbeddedKafka;
let kafka: Kafka;

beforeAll(async () => {
  broker = await EmbeddedKafka.start();
  const retry = { initialRetryTime: 20, maxRetryTime: 100, retries: 20 };
  kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING, retry });
});

afterAll(async () => {
  await broker[Symbol.asyncDispose]();
});

async function produce(topic: string, value: string, retries = 20): Promise<void> {
  const producer = kafka.producer({ retry: { initialRetryTime: 20, retries } });
  await producer.connect();
  try {
    await producer.send({ topic, messages: [{ value }] });
  } finally {
    await producer.disconnect();
  }
}

/** Collects the values of a topic until disposed. */
async function consume(topic: string) {
  const consumer = kafka.consumer({ groupId: `${topic}-group`, maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const values: string[] = [];
  const waiting = new Map<number, () => void>();
  await consumer.run({
    eachMessage: async ({ message }) => {
      values.push(String(message.value));
      waiting.get(values.length)?.();
    },
  });
  return {
    values,
    until: (count: number): Promise<void> =>
      values.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.set(count, resolve)),
    [Symbol.asyncDispose]: () => consumer.disconnect(),
  };
}

test('requests fail as often as they are told to', async () => {
  await produce('failing', 'first');
  broker.faults.failRequests({ apiKey: apis.produce.key, error: 'NOT_LEADER_OR_FOLLOWER', times: 2 });
  await produce('failing', 'after two retries');
  using _always = broker.faults.failRequests({
    apiKey: apis.produce.key,
    error: 'MESSAGE_TOO_LARGE',
    times: Infinity,
  });
  await expect(produce('failing', 'never', 0)).rejects.toThrow(/larger than the max/);
});

test('a paused topic gives nothing until it is resumed', async () => {
  await produce('paused', 'early');
  const pause = broker.faults.pauseTopic('paused');
  await using consumer = await consume('paused');
  await produce('other', 'elsewhere');
  await using other = await consume('other');
  await other.until(1);
  expect(consumer.values).toEqual([]);
  pause[Symbol.dispose]();
  await consumer.until(1);
  expect(consumer.values).toEqual(['early']);
});

test('clients come back after their connections were closed, and after a restart, to what was there', async () => {
  await produce('kept', 'one');
  await using consumer = await consume('kept');
  await consumer.until(1);
  broker.closeConnections();
  await produce('kept', 'two');
  await consumer.until(2);
  await broker.restart({ downMs: 30 });
  await produce('kept', 'three');
  await consumer.until(3);
  expect(new Set(consumer.values)).toEqual(new Set(['one', 'two', 'three']));
});

test('delayed fetches come late, and a connection that goes away meanwhile is no bug', async () => {
  const warnings: string[] = [];
  const listener = (warning: Error): void => {
    if (warning.name === 'EmbeddedKafkaBug') warnings.push(warning.message);
  };
  process.on('warning', listener);
  await produce('delayed', 'late');
  using _delay = broker.faults.delayFetches(100);
  await using consumer = await consume('delayed');
  await consumer.until(1);
  broker.closeConnections();
  await produce('delayed', 'later');
  await consumer.until(2);
  process.off('warning', listener);
  expect(warnings).toEqual([]);
});
