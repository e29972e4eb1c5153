import { describe, expect, test } from 'vitest';
import { apis } from '../../../src/broker/apis/index.ts';
import { Broker } from '../../../src/broker/broker.ts';
import { errorCodes } from '../../../src/broker/error-codes.ts';
import { offsetsPartition } from '../../../src/broker/groups/offsets-partition.ts';
import { NO_ID } from '../../../src/broker/wire/primitives.ts';
import { encodeBatch } from '../../../src/broker/wire/record-batch.ts';
import { BrokerClient } from '../../support/broker-client.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const TOPIC = 2;
const ALL_TOPIC_OPERATIONS = 3576;

function newClient(): BrokerClient {
  const broker = new Broker(new FakeClock());
  broker.topics.create('t', { partitions: 2, settings: new Map([['retention.ms', '-1']]) });
  return new BrokerClient(broker);
}

async function settingsOf(client: BrokerClient, configurationKeys: readonly string[]) {
  const answer = await client.ask(apis.describeConfigs, {
    resources: [{ resourceType: TOPIC, resourceName: 't', configurationKeys }],
    includeSynonyms: true,
  });
  return answer?.results[0];
}

async function alter(
  client: BrokerClient,
  resourceName: string,
  config: { name: string; configOperation: number; value: string | null },
) {
  const resources = [{ resourceType: TOPIC, resourceName, configs: [config] }];
  const answer = await client.ask(apis.incrementalAlterConfigs, { resources, validateOnly: false });
  return answer?.responses[0]?.errorCode;
}

describe('as Apache Kafka does, the broker', () => {
  test('tells all settings when none is named, and no text when nothing went wrong', async () => {
    const described = await settingsOf(newClient(), []);
    expect(described?.configs.length).toBeGreaterThan(30);
    expect(described?.errorMessage).toBe('');
  });

  test('says where a setting comes from, but not what other settings it is reckoned from', async () => {
    const described = await settingsOf(newClient(), [
      'flush.ms',
      'retention.ms',
      'max.message.bytes',
      'segment.jitter.ms',
    ]);
    const origins = described?.configs.map(({ name, synonyms }) => [name, synonyms.map((each) => each.name)]);
    expect(Object.fromEntries(origins ?? [])).toEqual({
      'flush.ms': [],
      'max.message.bytes': ['message.max.bytes'],
      'retention.ms': ['retention.ms'],
      'segment.jitter.ms': [],
    });
  });

  test('looks at new values before it looks for the topic', async () => {
    const client = newClient();
    const set = (name: string, value: string) => ({ name, configOperation: 0, value });
    expect(await alter(client, 'missing', set('flush.ms', 'x'))).toBe(errorCodes.INVALID_CONFIG);
    expect(await alter(client, 'missing', set('flush.ms', '1'))).toBe(errorCodes.UNKNOWN_TOPIC_OR_PARTITION);
    expect(await alter(client, 't', { ...set('flush.ms', '1'), configOperation: 9 })).toBe(
      errorCodes.UNKNOWN_SERVER_ERROR,
    );
  });

  test('has no words for a missing topic or group that the client has words for', async () => {
    const client = newClient();
    const grown = await client.ask(apis.createPartitions, {
      topics: [{ name: 'missing', count: 3, assignments: null }],
      timeoutMs: 1,
      validateOnly: false,
    });
    expect(grown?.results[0]).toMatchObject({ errorCode: 3, errorMessage: null });
    const deleted = await client.ask(apis.deleteGroups, { groupsNames: ['missing'] });
    expect(deleted?.results[0]).toMatchObject({
      errorCode: errorCodes.GROUP_ID_NOT_FOUND,
      errorMessage: null,
    });
  });

  test('says what may be done with a topic even when it is missing', async () => {
    const client = newClient();
    const told = await client.ask(apis.metadata, {
      topics: [{ name: 'missing', topicId: NO_ID }],
      allowAutoTopicCreation: false,
      includeClusterAuthorizedOperations: false,
      includeTopicAuthorizedOperations: true,
    });
    const paged = await client.ask(apis.describeTopicPartitions, { topics: [{ name: 'missing' }] });
    for (const answer of [told, paged])
      expect(answer?.topics[0]).toMatchObject({
        errorCode: 3,
        topicAuthorizedOperations: ALL_TOPIC_OPERATIONS,
      });
  });

  test('takes no cursor at a topic that was not asked for, or before its first partition', async () => {
    const client = newClient();
    for (const cursor of [
      { topicName: 'u', partitionIndex: 0 },
      { topicName: 't', partitionIndex: -1 },
    ]) {
      const answer = await client.ask(apis.describeTopicPartitions, { topics: [{ name: 't' }], cursor });
      expect(answer?.topics[0]?.errorCode).toBe(errorCodes.INVALID_REQUEST);
    }
  });

  test('leaves topics of which no partition is there out of the log folders', async () => {
    const topics = [{ topic: 't', partitions: [7] }];
    const answer = await newClient().ask(apis.describeLogDirs, { topics });
    expect(answer?.results[0]?.topics).toEqual([]);
  });

  test('keeps the time of a transaction and tells who ended it', async () => {
    const client = newClient();
    const request = { transactionalId: 'x', transactionTimeoutMs: 60_000 };
    const { producerId = -1n, producerEpoch = -1 } = (await client.ask(apis.initProducerId, request)) ?? {};
    const producer = { transactionalId: 'x', producerId, producerEpoch };
    const state = async () =>
      (await client.ask(apis.describeTransactions, { transactionalIds: ['x'] }))?.transactionStates[0];
    expect((await state())?.transactionStartTimeMs).toBe(-1n);
    await client.ask(apis.addOffsetsToTxn, { ...producer, groupId: 'g' });
    const offsets = { topic: '__consumer_offsets', partitions: [offsetsPartition('g', 50)] };
    expect((await state())?.topics).toEqual([offsets]);
    const records = [
      encodeBatch({
        baseTimestamp: 1n,
        attributes: 0b1_0000,
        ...producer,
        baseSequence: 0,
        records: [{ key: null, value: null }],
      }),
    ];
    const topicData = [{ name: 't', topicId: NO_ID, partitionData: [{ index: 0, records }] }];
    await client.ask(apis.produce, { transactionalId: 'x', acks: -1, timeoutMs: 1, topicData }, 12);
    await client.ask(apis.endTxn, { ...producer, committed: true }, 4);
    expect((await state())?.transactionStartTimeMs).toBe(1_700_000_000_000n);
    const topics = [
      { name: 't', partitionIndexes: [0, 7] },
      { name: 'missing', partitionIndexes: [0] },
    ];
    const told = await client.ask(apis.describeProducers, { topics });
    expect(told?.topics[0]?.partitions[0]?.activeProducers).toMatchObject([
      { lastTimestamp: 1_700_000_000_000n, coordinatorEpoch: 0, currentTxnStartOffset: -1n },
    ]);
    expect(told?.topics[0]?.partitions[1]).toMatchObject({ errorCode: 3, errorMessage: null });
    expect(told?.topics[1]?.partitions[0]).toMatchObject({ errorCode: 3, errorMessage: expect.any(String) });
  });

  test.each([
    [
      'reads what it does not say in known words',
      'consumer',
      { errorCode: 0, inTopic: errorCodes.GROUP_SUBSCRIBED_TO_TOPIC },
    ],
    ['is not of consumers', 'connect', { errorCode: errorCodes.NON_EMPTY_GROUP, inTopic: undefined }],
  ])('keeps the offsets of a group that %s', async (_what, protocolType, { errorCode, inTopic }) => {
    const client = newClient();
    void client.ask(
      apis.joinGroup,
      {
        groupId: 'g',
        sessionTimeoutMs: 10_000,
        rebalanceTimeoutMs: 10_000,
        memberId: '',
        protocolType,
        protocols: [{ name: 'p', metadata: Buffer.from('x') }],
      },
      3,
    );
    const answer = await client.ask(apis.offsetDelete, {
      groupId: 'g',
      topics: [{ name: 't', partitions: [{ partitionIndex: 0 }] }],
    });
    expect(answer?.errorCode).toBe(errorCode);
    expect(answer?.topics[0]?.partitions[0]?.errorCode).toBe(inTopic);
  });
});

test('the partition of a group is that of Java’s hash of its name', () => {
  expect(offsetsPartition('my-group', 50)).toBe(12);
  // Its hash is the one integer without an absolute value.
  expect(offsetsPartition('polygenelubricants', 50)).toBe(0);
});
