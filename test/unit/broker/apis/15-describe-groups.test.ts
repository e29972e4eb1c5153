import { expect, test } from 'vitest';
import { apis } from '../../../../src/broker/apis/index.ts';
import { operationsOf } from '../../../../src/broker/authorized-operations.ts';
import { Broker } from '../../../../src/broker/broker.ts';
import { BrokerClient } from '../../../support/broker-client.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

test('a group that does not exist is dead, and has the operations that were asked for', async () => {
  using broker = new Broker(new FakeClock());
  const request = { groups: ['nobody'], includeAuthorizedOperations: true };
  const answer = await new BrokerClient(broker).ask(apis.describeGroups, request, 5);
  expect(answer?.groups).toMatchObject([
    { errorCode: 0, groupState: 'Dead', authorizedOperations: operationsOf('group') },
  ]);
});
