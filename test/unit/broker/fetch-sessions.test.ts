import { describe, expect, test } from 'vitest';
import { apis } from '../../../src/broker/apis/index.ts';
import { Broker } from '../../../src/broker/broker.ts';
import { errorCodes } from '../../../src/broker/error-codes.ts';
import { NO_ID } from '../../../src/broker/wire/primitives.ts';
import { encodeBatch } from '../../../src/broker/wire/record-batch.ts';
import { BrokerClient } from '../../support/broker-client.ts';
import { FakeClock } from '../../support/fake-clock.ts';

function newSetting() {
  const broker = new Broker(new FakeClock());
  broker.topics.create('t', { partitions: 3 });
  const client = new BrokerClient(broker);
  return { broker, client };
}

async function write(client: BrokerClient, index: number): Promise<void> {
  const records = [encodeBatch({ baseTimestamp: 1n, records: [{ key: null, value: Buffer.from('v') }] })];
  const topicData = [{ name: 't', topicId: NO_ID, partitionData: [{ index, records }] }];
  await client.ask(apis.produce, { acks: -1, timeoutMs: 1, topicData }, 9);
}

interface Ask {
  readonly sessionId?: number;
  readonly sessionEpoch?: number;
  /** Offsets by partition. */
  readonly wishes?: Readonly<Record<number, bigint>>;
  readonly forgotten?: readonly number[];
  readonly topicId?: string;
}

/** The session, and which partitions were told. */
async function fetch(client: BrokerClient, ask: Ask) {
  const { wishes = {}, forgotten = [], topicId = NO_ID, sessionId = 0, sessionEpoch = 0 } = ask;
  const partitions = Object.entries(wishes).map(([partition, fetchOffset]) => ({
    partition: Number(partition),
    fetchOffset,
    partitionMaxBytes: 1_000,
  }));
  const place = { topic: 't', topicId };
  const request = {
    maxWaitMs: 0,
    minBytes: 1,
    sessionId,
    sessionEpoch,
    topics: partitions.length > 0 ? [{ ...place, partitions }] : [],
    forgottenTopicsData: forgotten.length > 0 ? [{ ...place, partitions: forgotten }] : [],
  };
  const answer = await client.ask(apis.fetch, request, topicId === NO_ID ? 12 : 13);
  return {
    errorCode: answer?.errorCode,
    sessionId: answer?.sessionId ?? 0,
    told: answer?.responses.flatMap((topic) => topic.partitions.map((each) => each.partitionIndex)),
  };
}

describe('a fetch session', () => {
  test('tells only what is new, and remembers what is fetched', async () => {
    const { client } = newSetting();
    const first = await fetch(client, { wishes: { 0: 0n, 1: 0n, 2: 0n } });
    expect(first).toMatchObject({ errorCode: 0, told: [0, 1, 2] });
    const { sessionId } = first;
    expect(sessionId).toBeGreaterThan(0);
    expect(await fetch(client, { sessionId, sessionEpoch: 1 })).toEqual({
      errorCode: 0,
      sessionId,
      told: [],
    });
    await write(client, 1);
    expect((await fetch(client, { sessionId, sessionEpoch: 2 })).told).toEqual([1]);
    expect((await fetch(client, { sessionId, sessionEpoch: 3, wishes: { 1: 1n } })).told).toEqual([]);
  });

  test('forgets partitions, and ends with the last of them', async () => {
    const { client } = newSetting();
    const { sessionId } = await fetch(client, { wishes: { 0: 0n, 1: 0n } });
    await fetch(client, { sessionId, sessionEpoch: 1, forgotten: [0] });
    await write(client, 0);
    expect((await fetch(client, { sessionId, sessionEpoch: 2 })).told).toEqual([]);
    expect(await fetch(client, { sessionId, sessionEpoch: 3, forgotten: [1] })).toMatchObject({
      sessionId: 0,
    });
    expect((await fetch(client, { sessionId, sessionEpoch: 4 })).errorCode).toBe(
      errorCodes.FETCH_SESSION_ID_NOT_FOUND,
    );
  });

  test('gives every partition its turn', async () => {
    const { client } = newSetting();
    for (const partition of [0, 1]) await write(client, partition);
    const { sessionId, told } = await fetch(client, { wishes: { 0: 0n, 1: 0n, 2: 0n } });
    expect(told).toEqual([0, 1, 2]);
    await write(client, 2);
    expect((await fetch(client, { sessionId, sessionEpoch: 1 })).told).toEqual([2, 0, 1]);
  });

  test('goes on only in order, and with the names that it began with', async () => {
    const { broker, client } = newSetting();
    const { sessionId } = await fetch(client, { wishes: { 0: 0n } });
    const late = await fetch(client, { sessionId, sessionEpoch: 2 });
    expect(late.errorCode).toBe(errorCodes.INVALID_FETCH_SESSION_EPOCH);
    const topicId = broker.topics.named('t')?.id ?? '';
    const other = await fetch(client, { sessionId, sessionEpoch: 1, wishes: { 0: 0n }, topicId });
    expect(other.errorCode).toBe(errorCodes.FETCH_SESSION_TOPIC_ID_ERROR);
    const unknown = await fetch(client, { sessionId: sessionId + 1, sessionEpoch: 1 });
    expect(unknown.errorCode).toBe(errorCodes.FETCH_SESSION_ID_NOT_FOUND);
  });

  test('is not begun for a request that wants none, and is ended by it', async () => {
    const { client } = newSetting();
    const { sessionId } = await fetch(client, { wishes: { 0: 0n } });
    const whole = await fetch(client, { sessionId, sessionEpoch: -1, wishes: { 1: 0n } });
    expect(whole).toEqual({ errorCode: 0, sessionId: 0, told: [1] });
    expect((await fetch(client, { sessionId, sessionEpoch: 1 })).errorCode).toBe(
      errorCodes.FETCH_SESSION_ID_NOT_FOUND,
    );
  });
});
