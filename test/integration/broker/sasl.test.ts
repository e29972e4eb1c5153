import { Kafka, logLevel, type SASLOptions } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';

let broker: EmbeddedKafka;

beforeAll(async () => {
  broker = await EmbeddedKafka.start({ sasl: { users: { alice: 'alice-secret', 'b=o,b': 'ünïcode' } } });
});

afterAll(async () => {
  await broker[Symbol.asyncDispose]();
});

async function topicsAs(sasl: SASLOptions | undefined): Promise<readonly string[]> {
  const kafka = new Kafka({
    brokers: [broker.bootstrap],
    ...(sasl && { sasl }),
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await admin.listTopics();
  } finally {
    await admin.disconnect();
  }
}

const alice = { username: 'alice', password: 'alice-secret' };

describe.each(['plain', 'scram-sha-256', 'scram-sha-512'] as const)('%s', (mechanism) => {
  test('lets a user in', async () => {
    expect(await topicsAs({ mechanism, ...alice })).toEqual([]);
  });

  test('takes any characters in names and passwords', async () => {
    expect(await topicsAs({ mechanism, username: 'b=o,b', password: 'ünïcode' })).toEqual([]);
  });

  test.each([
    ['a wrong password', { username: 'alice', password: 'wrong' }],
    ['an unknown user', { username: 'mallory', password: 'alice-secret' }],
  ])('refuses %s', async (_name, user) => {
    await expect(topicsAs({ mechanism, ...user })).rejects.toThrow(/authentication/i);
  });
});

test('a client that does not authenticate is not served', async () => {
  await expect(topicsAs(undefined)).rejects.toThrow();
});
