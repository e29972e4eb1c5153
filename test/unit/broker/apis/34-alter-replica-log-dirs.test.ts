import { expect, test } from 'vitest';
import { apis } from '../../../../src/broker/apis/index.ts';
import { Broker } from '../../../../src/broker/broker.ts';
import { errorCodes } from '../../../../src/broker/error-codes.ts';
import { BrokerClient } from '../../../support/broker-client.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

test('a replica can be moved to where it is, and nowhere else', async () => {
  const broker = new Broker(new FakeClock());
  broker.topics.create('t', { partitions: 1 });
  const client = new BrokerClient(broker);
  const described = await client.ask(apis.describeLogDirs, { topics: null });
  const move = async (path: string, name: string): Promise<unknown> => {
    const dirs = [{ path, topics: [{ name, partitions: [0] }] }];
    return (await client.ask(apis.alterReplicaLogDirs, { dirs }))?.results;
  };
  const answer = (topicName: string, errorCode: number) => [
    { topicName, partitions: [{ partitionIndex: 0, errorCode }] },
  ];
  const here = described?.results[0]?.logDir ?? '';
  expect(await move(here, 't')).toEqual(answer('t', errorCodes.NONE));
  expect(await move('/elsewhere', 't')).toEqual(answer('t', errorCodes.LOG_DIR_NOT_FOUND));
  expect(await move(here, 'unknown')).toEqual(answer('unknown', errorCodes.REPLICA_NOT_AVAILABLE));
});
