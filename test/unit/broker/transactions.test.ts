import { describe, expect, test } from 'vitest';
import { apis } from '../../../src/broker/apis/index.ts';
import { Broker } from '../../../src/broker/broker.ts';
import { errorCodes } from '../../../src/broker/error-codes.ts';
import { NO_ID } from '../../../src/broker/wire/primitives.ts';
import { encodeBatch } from '../../../src/broker/wire/record-batch.ts';
import { BrokerClient } from '../../support/broker-client.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const { addOffsetsToTxn, addPartitionsToTxn, endTxn, fetch, initProducerId, offsetFetch, produce } = apis;
const { describeTransactions, listOffsets, txnOffsetCommit } = apis;
const TRANSACTIONAL = 0b1_0000;

/** Version 1 of transactions adds partitions first; version 2 does not, and takes a new epoch after each. */
const VERSIONS = [
  { name: 'transaction version 1', produceVersion: 11, endVersion: 4, commitVersion: 4 },
  { name: 'transaction version 2', produceVersion: 12, endVersion: 5, commitVersion: 5 },
] as const;

interface Producer {
  readonly producerId: bigint;
  readonly producerEpoch: number;
}

function newSetting() {
  const clock = new FakeClock();
  const broker = new Broker(clock);
  broker.topics.create('t', { partitions: 1 });
  const client = new BrokerClient(broker);
  return { clock, broker, client };
}

type Client = BrokerClient;

async function init(client: Client, timeoutMs = 60_000, from: Partial<Producer> = {}): Promise<Producer> {
  const request = { transactionalId: 'x', transactionTimeoutMs: timeoutMs, ...from };
  const answer = await client.ask(initProducerId, request);
  expect(answer?.errorCode).toBe(0);
  return { producerId: answer?.producerId ?? -1n, producerEpoch: answer?.producerEpoch ?? -1 };
}

async function addPartition(client: Client, producer: Producer): Promise<number | undefined> {
  const answer = await client.ask(
    addPartitionsToTxn,
    {
      transactions: [],
      v3AndBelowTransactionalId: 'x',
      v3AndBelowProducerId: producer.producerId,
      v3AndBelowProducerEpoch: producer.producerEpoch,
      v3AndBelowTopics: [{ name: 't', partitions: [0] }],
    },
    3,
  );
  return answer?.resultsByTopicV3AndBelow[0]?.resultsByPartition[0]?.partitionErrorCode;
}

async function write(client: Client, producer: Producer, version: number, sequence = 0) {
  const batch = encodeBatch({
    baseTimestamp: 1n,
    attributes: TRANSACTIONAL,
    ...producer,
    baseSequence: sequence,
    records: [{ key: null, value: Buffer.from('v') }],
  });
  const request = {
    transactionalId: 'x',
    acks: -1,
    timeoutMs: 1,
    topicData: [{ name: 't', topicId: NO_ID, partitionData: [{ index: 0, records: [batch] }] }],
  };
  const answer = await client.ask(produce, request, version);
  return answer?.responses[0]?.partitionResponses[0]?.errorCode;
}

async function read(client: Client, isolationLevel: number) {
  const partitions = [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 10_000 }];
  const topics = [{ topic: 't', topicId: NO_ID, partitions }];
  const request = { maxWaitMs: 0, minBytes: 0, isolationLevel, topics, forgottenTopicsData: [] };
  const answer = await client.ask(fetch, request, 12);
  return answer?.responses[0]?.partitions[0];
}

async function end(client: Client, producer: Producer, committed: boolean, version: number) {
  return client.ask(endTxn, { transactionalId: 'x', ...producer, committed }, version);
}

describe.each(VERSIONS)('$name', ({ produceVersion, endVersion, commitVersion }) => {
  async function begin(client: Client, producer: Producer): Promise<void> {
    if (produceVersion < 12) expect(await addPartition(client, producer)).toBe(0);
    expect(await write(client, producer, produceVersion)).toBe(0);
  }

  test('shows records to committed readers only when it has committed', async () => {
    const { client } = newSetting();
    const producer = await init(client);
    await begin(client, producer);
    expect(await read(client, 1)).toMatchObject({ highWatermark: 1n, lastStableOffset: 0n });
    expect((await read(client, 1))?.records).toHaveLength(0);
    expect((await read(client, 0))?.records?.length).toBeGreaterThan(0);
    expect(await end(client, producer, true, endVersion)).toMatchObject({ errorCode: 0 });
    const committed = await read(client, 1);
    expect(committed).toMatchObject({ lastStableOffset: 2n, abortedTransactions: [] });
    expect(committed?.records?.length).toBeGreaterThan(0);
  });

  test('tells committed readers which records were aborted', async () => {
    const { client } = newSetting();
    const producer = await init(client);
    await begin(client, producer);
    await end(client, producer, false, endVersion);
    expect(await read(client, 1)).toMatchObject({
      lastStableOffset: 2n,
      abortedTransactions: [{ producerId: producer.producerId, firstOffset: 0n }],
    });
  });

  test('ends the same way twice without an error, but not another way', async () => {
    const { client } = newSetting();
    const producer = await init(client);
    await begin(client, producer);
    const first = await end(client, producer, true, endVersion);
    expect(await end(client, producer, true, endVersion)).toEqual(first);
    const other = await end(client, producer, false, endVersion);
    expect(other?.errorCode).toBe(errorCodes.INVALID_TXN_STATE);
  });

  test('aborts what an earlier producer has left, and fences it', async () => {
    const { client } = newSetting();
    const old = await init(client);
    await begin(client, old);
    const producer = await init(client);
    expect(producer).toMatchObject({ producerId: old.producerId });
    expect(producer.producerEpoch).toBeGreaterThan(old.producerEpoch);
    expect((await read(client, 1))?.abortedTransactions).toHaveLength(1);
    expect(await write(client, old, produceVersion, 1)).toBe(errorCodes.INVALID_PRODUCER_EPOCH);
    expect((await end(client, old, true, endVersion))?.errorCode).toBe(errorCodes.PRODUCER_FENCED);
    await begin(client, producer);
  });

  test('expires, and fences its producer', async () => {
    const { client, clock } = newSetting();
    const producer = await init(client, 1_000);
    await begin(client, producer);
    await clock.moveTo(999);
    expect(await read(client, 1)).toMatchObject({ lastStableOffset: 0n });
    await clock.moveTo(1_001);
    expect((await read(client, 1))?.abortedTransactions).toHaveLength(1);
    expect(await write(client, producer, produceVersion, 1)).toBe(errorCodes.INVALID_PRODUCER_EPOCH);
    expect((await end(client, producer, true, endVersion))?.errorCode).not.toBe(0);
  });

  test('commits offsets with its records', async () => {
    const { client } = newSetting();
    const producer = await init(client);
    await begin(client, producer);
    if (commitVersion < 5)
      await client.ask(addOffsetsToTxn, { transactionalId: 'x', groupId: 'g', ...producer });
    const partitions = [{ partitionIndex: 0, committedOffset: 5n, committedMetadata: null }];
    const topics = [{ name: 't', topicId: NO_ID, partitions }];
    const request = { transactionalId: 'x', groupId: 'g', ...producer, topics };
    const committed = await client.ask(txnOffsetCommit, request, commitVersion);
    expect(committed?.topics[0]?.partitions[0]?.errorCode).toBe(0);
    const stored = async () => {
      const wish = [{ name: 't', topicId: NO_ID, partitionIndexes: [0] }];
      const groups = [{ groupId: 'g', topics: wish }];
      const answer = await client.ask(
        offsetFetch,
        { groupId: '', topics: [], groups, requireStable: true },
        9,
      );
      return answer?.groups[0]?.topics[0]?.partitions[0];
    };
    expect(await stored()).toMatchObject({ errorCode: errorCodes.UNSTABLE_OFFSET_COMMIT });
    await end(client, producer, true, endVersion);
    expect(await stored()).toMatchObject({ errorCode: 0, committedOffset: 5n });
  });
});

describe('a transaction', () => {
  test('refuses records for a partition that was not added', async () => {
    const { client } = newSetting();
    const producer = await init(client);
    expect(await write(client, producer, 10)).toBe(errorCodes.INVALID_TXN_STATE);
    expect(await write(client, producer, 11)).toBe(errorCodes.TRANSACTION_ABORTABLE);
  });

  test('lets a producer of version 2 abort without having written, for a new epoch', async () => {
    const { client } = newSetting();
    const producer = await init(client);
    const answer = await end(client, producer, false, 5);
    expect(answer).toMatchObject({ errorCode: 0, producerEpoch: producer.producerEpoch + 1 });
  });

  test('gives a producer whose epochs are used up a new id', async () => {
    const { client, broker } = newSetting();
    const producer = await init(client);
    const transaction = broker.transactions.get('x');
    if (transaction) transaction.producerEpoch = 2 ** 15 - 2;
    expect(await init(client)).toMatchObject({ producerId: producer.producerId + 1n, producerEpoch: 0 });
  });

  test('lets a producer take its epoch further, but not one that was fenced', async () => {
    const { client } = newSetting();
    const first = await init(client);
    const second = await init(client, 60_000, first);
    expect(second).toEqual({ producerId: first.producerId, producerEpoch: 1 });
    await init(client);
    const fenced = await client.ask(initProducerId, {
      transactionalId: 'x',
      transactionTimeoutMs: 1,
      ...first,
    });
    expect(fenced?.errorCode).toBe(errorCodes.PRODUCER_FENCED);
  });

  test('holds back the end offset that committed readers are told', async () => {
    const { client } = newSetting();
    const producer = await init(client);
    await write(client, producer, 12);
    const topics = [{ name: 't', partitions: [{ partitionIndex: 0, timestamp: -1n }] }];
    const answer = await client.ask(listOffsets, { replicaId: -1, isolationLevel: 1, topics, timeoutMs: 1 });
    expect(answer?.topics[0]?.partitions[0]?.offset).toBe(0n);
    const states = await client.ask(describeTransactions, { transactionalIds: ['x', 'y'] });
    expect(states?.transactionStates.map(({ transactionState }) => transactionState)).toEqual([
      'Ongoing',
      '',
    ]);
  });
});
