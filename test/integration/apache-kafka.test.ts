import { Kafka, logLevel } from 'kafkajs';
import { expect, it } from 'vitest';
import { ApacheKafka } from '../support/apache-kafka.ts';
import { describeWith, KAFKA } from '../support/needs.ts';
import { sharedKafka } from '../support/shared-kafka.ts';

function topicsAt(bootstrap: string): Promise<string[]> {
  const admin = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING }).admin();
  return admin.connect().then(async () => {
    const topics = await admin.listTopics();
    await admin.disconnect();
    return topics;
  });
}

async function createTopic(bootstrap: string, topic: string): Promise<void> {
  const admin = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic, numPartitions: 1, replicationFactor: 1 }],
    waitForLeaders: true,
  });
  await admin.disconnect();
}

describeWith(KAFKA, 'the Apache Kafka of the tests', () => {
  it('is the same for everybody who asks', async () => {
    expect(await sharedKafka()).toBe(await sharedKafka());
    expect(await topicsAt(await sharedKafka())).toBeInstanceOf(Array);
  });

  it('keeps its topics and its address over a restart', async () => {
    await using kafka = await ApacheKafka.start();
    await createTopic(kafka.bootstrap, 'kept');
    await kafka.restart();
    expect(await topicsAt(kafka.bootstrap)).toContain('kept');
  });
});

describeWith([...KAFKA, 'openssl'], 'the Apache Kafka of the tests with security', () => {
  it('lets in who has a password or a certificate', async () => {
    await using kafka = await ApacheKafka.start({
      listeners: ['SASL_PLAINTEXT', 'SSL', 'MTLS', 'SASL_SSL'],
      users: { alice: 'alice-secret' },
    });
    expect(kafka.addressOf('MTLS')).toMatch(/^127\.0\.0\.1:\d+$/);
    const client = new Kafka({
      brokers: [kafka.addressOf('SASL_PLAINTEXT')],
      sasl: { mechanism: 'scram-sha-512', username: 'alice', password: 'alice-secret' },
      logLevel: logLevel.NOTHING,
    });
    const admin = client.admin();
    await admin.connect();
    expect(await admin.listTopics()).toEqual([]);
    await admin.disconnect();
  });
});
