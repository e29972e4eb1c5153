import { describe, expect, test } from 'vitest';
import { apis } from '../../../../src/broker/apis/index.ts';
import { Broker } from '../../../../src/broker/broker.ts';
import { resourceTypes } from '../../../../src/broker/config/resources.ts';
import { errorCodes } from '../../../../src/broker/error-codes.ts';
import { BrokerClient } from '../../../support/broker-client.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const {
  alterConfigs,
  consumerGroupHeartbeat,
  describeConfigs,
  incrementalAlterConfigs,
  listConfigResources,
} = apis;

function newSetting(settings: Readonly<Record<string, string>> = {}) {
  const broker = new Broker(new FakeClock(), { settings: new Map(Object.entries(settings)) });
  broker.topics.create('t', { partitions: 1 });
  const client = new BrokerClient(broker);
  return {
    broker,
    client,
    async set(type: keyof typeof resourceTypes, resourceName: string, name: string, value: string | null) {
      const operation = { set: 0, delete: 1 };
      const configs = [{ name, configOperation: value === null ? operation.delete : operation.set, value }];
      const resources = [{ resourceType: resourceTypes[type], resourceName, configs }];
      const answer = await client.ask(incrementalAlterConfigs, { resources, validateOnly: false });
      const { errorCode, errorMessage } = answer?.responses[0] ?? {};
      return errorCode === errorCodes.NONE ? 'done' : { errorCode, errorMessage };
    },
    async described(type: keyof typeof resourceTypes, resourceName: string) {
      const resources = [{ resourceType: resourceTypes[type], resourceName, configurationKeys: null }];
      const answer = await client.ask(describeConfigs, { resources, includeSynonyms: true });
      return answer?.results[0];
    },
  };
}

describe('a group', () => {
  test('has the settings of the broker until it has its own, whether it exists or not', async () => {
    const { client, set, described } = newSetting();
    const name = 'consumer.session.timeout.ms';
    const fromBroker = { name: 'group.consumer.session.timeout.ms', value: '45000', source: 5 };
    const before = await described('group', 'g');
    expect(before?.configs.find((config) => config.name === name)).toMatchObject({
      value: '45000',
      configSource: 5,
      synonyms: [fromBroker],
    });
    expect(await set('group', 'g', name, '50000')).toBe('done');
    const after = await described('group', 'g');
    expect(after?.configs.find((config) => config.name === name)).toMatchObject({
      value: '50000',
      configSource: 8,
      synonyms: [{ name, value: '50000', source: 8 }, fromBroker],
    });
    const listed = async () =>
      (await client.ask(listConfigResources, { resourceTypes: [resourceTypes.group] }))?.configResources;
    expect(await listed()).toEqual([{ resourceName: 'g', resourceType: resourceTypes.group }]);
    await set('group', 'g', name, null);
    expect(await listed()).toEqual([]);
  });

  test('names as synonyms all places that a value may come from, the one that counts first', async () => {
    const fromBroker = 'group.consumer.heartbeat.interval.ms';
    const { set, described } = newSetting({ [fromBroker]: '2000' });
    const name = 'consumer.heartbeat.interval.ms';
    await set('broker', '0', fromBroker, '3000');
    await set('group', 'g', name, '4000');
    const { configs = [] } = (await described('group', 'g')) ?? {};
    expect(configs.find((config) => config.name === name)?.synonyms).toEqual([
      { name, value: '4000', source: 8 },
      { name: fromBroker, value: '3000', source: 2 },
      { name: fromBroker, value: '2000', source: 4 },
      { name: fromBroker, value: '1000', source: 5 },
    ]);
  });

  test('tells its members to come as often as it was told', async () => {
    const { client, set } = newSetting();
    await set('group', 'g', 'consumer.heartbeat.interval.ms', '7000');
    const join = {
      groupId: 'g',
      memberId: 'm',
      memberEpoch: 0,
      rebalanceTimeoutMs: 1000,
      subscribedTopicNames: ['t'],
      topicPartitions: [],
    };
    expect(await client.ask(consumerGroupHeartbeat, join)).toMatchObject({ heartbeatIntervalMs: 7000 });
  });

  test('refuses what it does not know, what is out of bounds and to be nameless', async () => {
    const { set, described } = newSetting();
    const { INVALID_CONFIG, INVALID_REQUEST } = errorCodes;
    expect(await set('group', 'g', 'nonsense', '1')).toEqual({
      errorCode: INVALID_CONFIG,
      errorMessage: 'Unknown group config name: nonsense',
    });
    expect(await set('group', 'g', 'consumer.session.timeout.ms', '10000')).toEqual({
      errorCode: INVALID_CONFIG,
      errorMessage: 'consumer.session.timeout.ms must be in the range 45000 to 60000 inclusive.',
    });
    expect(await described('group', '')).toMatchObject({ errorCode: INVALID_REQUEST });
  });
});

describe('a broker', () => {
  test('takes settings that it does not know, and hides their values as Kafka does', async () => {
    const { set, described } = newSetting();
    expect(await set('broker', '0', 'sasl.kerberos.min.time.before.relogin', '58000')).toBe('done');
    const { configs = [] } = (await described('broker', '0')) ?? {};
    expect(configs.find(({ name }) => name.startsWith('sasl.'))).toMatchObject({
      value: null,
      isSensitive: true,
    });
  });
});

describe('a broker that was started with settings', () => {
  test('keeps them under those that it is given later', async () => {
    const { client, broker, set, described } = newSetting({ 'num.partitions': '4' });
    const setting = async (name: string) =>
      (await described('broker', '0'))?.configs.find((config) => config.name === name);
    const started = { name: 'num.partitions', value: '4', source: 4 };
    const byDefault = { name: 'num.partitions', value: '1', source: 5 };
    expect((await setting('num.partitions'))?.synonyms).toEqual([started, byDefault]);
    await set('broker', '0', 'num.partitions', '5');
    expect(await setting('num.partitions')).toMatchObject({ value: '5', configSource: 2 });
    expect((await setting('num.partitions'))?.synonyms.slice(1)).toEqual([started, byDefault]);
    const configs = [{ name: 'message.max.bytes', value: '1000' }];
    const resources = [{ resourceType: resourceTypes.broker, resourceName: '0', configs }];
    await client.ask(alterConfigs, { resources, validateOnly: false });
    expect((await setting('num.partitions'))?.synonyms).toEqual([started, byDefault]);
    expect(broker.topics.create('u', { partitions: 1 }).configuration.text('max.message.bytes')).toBe('1000');
  });
});

describe('a broker that listens', () => {
  test('says where, and that this cannot be altered', async () => {
    const { broker, described } = newSetting();
    broker.advertise(['PLAINTEXT://localhost:9092', 'PLAINTEXT://other:9093']);
    const { configs = [] } = (await described('broker', '0')) ?? {};
    expect(configs.find(({ name }) => name === 'advertised.listeners')).toMatchObject({
      value: 'PLAINTEXT://localhost:9092,PLAINTEXT://other:9093',
      configSource: 4,
      readOnly: true,
    });
  });
});

describe('a topic', () => {
  test('refuses settings that it does not know', async () => {
    const { set } = newSetting();
    expect(await set('topic', 't', 'nonsense', '1')).toEqual({
      errorCode: errorCodes.INVALID_CONFIG,
      errorMessage: 'Unknown topic config name: nonsense',
    });
  });
});
