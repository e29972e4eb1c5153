import { describe, expect, test } from 'vitest';
import { apis } from '../../../src/broker/apis/index.ts';
import { Broker } from '../../../src/broker/broker.ts';
import { Dispatcher } from '../../../src/broker/dispatcher.ts';
import { errorCodes } from '../../../src/broker/error-codes.ts';
import { Authentication } from '../../../src/broker/sasl/authentication.ts';
import { NO_ID } from '../../../src/broker/wire/primitives.ts';
import { encodeBatch } from '../../../src/broker/wire/record-batch.ts';
import { WireError } from '../../../src/broker/wire/wire-error.ts';
import { BrokerClient } from '../../support/broker-client.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const { apiVersions, createTopics, fetch, metadata, produce } = apis;

function newBroker(settings: Record<string, string> = {}): Broker {
  return new Broker(new FakeClock(), { settings: new Map(Object.entries(settings)) });
}

const peer = {
  clientHost: '/h',
  brokerAddress: { host: 'localhost', port: 1 },
  signal: new AbortController().signal,
  authentication: new Authentication(new FakeClock(), undefined),
  closeConnection: () => undefined,
};

function header(apiKey: number, version: number): Buffer {
  const frame = Buffer.alloc(10);
  frame.writeInt16BE(apiKey, 0);
  frame.writeInt16BE(version, 2);
  frame.writeInt32BE(7, 4);
  frame.writeInt16BE(-1, 8);
  return frame;
}

describe('the dispatcher', () => {
  test('answers a version of ApiVersions that it does not know in version 0, with the versions it knows', async () => {
    const reply = await new Dispatcher(newBroker()).dispatch(header(18, 99), peer);
    const expected = '00000010' + '00000007' + '0023' + '00000001' + '0012' + '0000' + '0005';
    expect(Buffer.concat(reply ?? []).toString('hex')).toBe(expected);
  });

  test.each([
    ['an API that there is not', header(1234, 0)],
    ['a version that is too new', header(3, 99)],
    ['a version that is too old', header(0, 2)],
    ['a negative version', header(3, -1)],
    ['a request that is cut off', header(3, 1).subarray(0, 5)],
    ['a body that is cut off', Buffer.concat([header(3, 1), Buffer.from([0, 0, 0, 1])])],
  ])('refuses %s, so that the connection is closed', (_name, frame) => {
    expect(() => new Dispatcher(newBroker()).dispatch(frame, peer)).toThrow(WireError);
  });

  test('tells its APIs in every version of ApiVersions', async () => {
    const client = new BrokerClient(newBroker());
    for (let version = 0; version <= 5; version++) {
      const request = { clientSoftwareName: 'x', clientSoftwareVersion: '1' };
      const answer = await client.ask(apiVersions, request, version);
      expect(answer?.apiKeys.find(({ apiKey }) => apiKey === 1)).toEqual({
        apiKey: 1,
        minVersion: 4,
        maxVersion: 18,
      });
    }
  });

  test('does not tell a client that means another cluster', async () => {
    const request = { clientSoftwareName: 'x', clientSoftwareVersion: '1', clusterId: 'other' };
    const answer = await new BrokerClient(newBroker()).ask(apiVersions, request, 5);
    expect(answer).toMatchObject({ errorCode: errorCodes.REBOOTSTRAP_REQUIRED, apiKeys: [] });
  });
});

describe('a topic', () => {
  const oneTopic = {
    name: 't',
    numPartitions: 2,
    replicationFactor: 3,
    assignments: [],
    configs: [{ name: 'retention.ms', value: '5' }],
  };

  test('is created, told, written and read in every version', async () => {
    for (let version = 3; version <= 13; version++) {
      const client = new BrokerClient(newBroker());
      await client.ask(createTopics, { topics: [oneTopic] });
      const told = await client.ask(metadata, {
        topics: [{ topicId: NO_ID, name: 't' }],
        includeClusterAuthorizedOperations: false,
        includeTopicAuthorizedOperations: false,
      });
      const topicId = told?.topics[0]?.topicId ?? '';
      const records = [encodeBatch({ baseTimestamp: 1n, records: [{ key: null, value: Buffer.from('v') }] })];
      const place = version < 13 ? { name: 't', topicId: NO_ID } : { name: '', topicId };
      const topicData = [{ ...place, partitionData: [{ index: 1, records }] }];
      const produced = await client.ask(produce, { acks: -1, timeoutMs: 1, topicData }, version);
      expect(produced?.responses[0]?.partitionResponses[0]).toMatchObject({ errorCode: 0, baseOffset: 0n });
      const fetched = await client.ask(
        fetch,
        {
          maxWaitMs: 0,
          minBytes: 1,
          topics: [
            {
              topic: 't',
              topicId,
              partitions: [{ partition: 1, fetchOffset: 0n, partitionMaxBytes: 1000 }],
            },
          ],
          forgottenTopicsData: [],
        },
        version + 1,
      );
      expect(fetched?.responses[0]?.partitions[0]?.records?.length).toBe(records[0]?.length);
    }
  });

  test('that is compacted takes no record without a key, and says which', async () => {
    const broker = newBroker();
    broker.topics.create('c', { partitions: 1, settings: new Map([['cleanup.policy', 'compact']]) });
    const records = [
      encodeBatch({
        baseTimestamp: 1n,
        records: [
          { key: Buffer.from('k'), value: null },
          { key: null, value: null },
        ],
      }),
    ];
    const topicData = [{ name: 'c', topicId: NO_ID, partitionData: [{ index: 0, records }] }];
    const answer = await new BrokerClient(broker).ask(produce, { acks: -1, timeoutMs: 1, topicData }, 9);
    expect(answer?.responses[0]?.partitionResponses[0]).toMatchObject({
      errorCode: errorCodes.INVALID_RECORD,
      recordErrors: [{ batchIndex: 1, batchIndexErrorMessage: expect.stringContaining('without key') }],
    });
  });

  test('of the broker itself is there once a coordinator was asked for, and takes no records', async () => {
    const client = new BrokerClient(newBroker());
    await client.ask(apis.findCoordinator, { key: '', keyType: 0, coordinatorKeys: ['g'] });
    const told = await client.ask(metadata, {
      topics: null,
      includeClusterAuthorizedOperations: false,
      includeTopicAuthorizedOperations: false,
    });
    expect(told?.topics).toMatchObject([{ name: '__consumer_offsets', isInternal: true }]);
    expect(told?.topics[0]?.partitions).toHaveLength(50);
    const records = [encodeBatch({ baseTimestamp: 1n, records: [{ key: Buffer.from('k'), value: null }] })];
    const partitionData = [{ index: 0, records }];
    const topicData = [{ name: '__consumer_offsets', topicId: NO_ID, partitionData }];
    const answer = await client.ask(produce, { acks: -1, timeoutMs: 1, topicData }, 9);
    expect(answer?.responses[0]?.partitionResponses[0]?.errorCode).toBe(errorCodes.INVALID_TOPIC_EXCEPTION);
  });
});
