import { expect, test } from 'vitest';
import { apis } from '../../../../src/broker/apis/index.ts';
import { Broker } from '../../../../src/broker/broker.ts';
import { errorCodes } from '../../../../src/broker/error-codes.ts';
import { NO_ID } from '../../../../src/broker/wire/primitives.ts';
import { BrokerClient } from '../../../support/broker-client.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

test('a commit of which nothing is stored makes no group', async () => {
  const broker = new Broker(new FakeClock());
  broker.topics.create('t', { partitions: 1 });
  const client = new BrokerClient(broker);
  const partition = {
    partitionIndex: 0,
    committedOffset: 1n,
    committedLeaderEpoch: -1,
    committedMetadata: 'x'.repeat(5000),
  };
  const request = {
    groupId: 'g',
    memberId: '',
    topics: [{ name: 't', topicId: NO_ID, partitions: [partition] }],
  };
  const answer = await client.ask(apis.offsetCommit, request, 9);
  expect(answer?.topics[0]?.partitions[0]?.errorCode).toBe(errorCodes.OFFSET_METADATA_TOO_LARGE);
  const described = await client.ask(
    apis.describeGroups,
    { groups: ['g'], includeAuthorizedOperations: false },
    6,
  );
  expect(described?.groups[0]).toMatchObject({
    errorCode: errorCodes.GROUP_ID_NOT_FOUND,
    groupState: 'Dead',
  });
});
