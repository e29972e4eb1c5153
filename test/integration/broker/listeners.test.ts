import { Kafka, logLevel } from 'kafkajs';
import { expect, it } from 'vitest';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';

it('tells the clients of each place it listens in to come there again', async () => {
  await using broker = await EmbeddedKafka.start();
  const other = await broker.listen({ host: '0.0.0.0', advertisedHost: 'localhost' });
  expect(await brokersAt(broker.bootstrap)).toEqual([broker.bootstrap]);
  expect(await brokersAt(other)).toEqual([other]);
  expect(other).toMatch(/^localhost:\d+$/);
});

/** The addresses that a client is told. */
async function brokersAt(bootstrap: string): Promise<string[]> {
  const admin = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const { brokers } = await admin.describeCluster();
    return brokers.map(({ host, port }) => `${host}:${port}`);
  } finally {
    await admin.disconnect();
  }
}
