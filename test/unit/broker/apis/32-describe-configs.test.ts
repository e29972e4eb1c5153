import { expect, test } from 'vitest';
import { apis } from '../../../../src/broker/apis/index.ts';
import { Broker } from '../../../../src/broker/broker.ts';
import { BrokerClient } from '../../../support/broker-client.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

test.each([
  ['no list', null],
  ['an empty list', []],
])('%s of keys asks for all', async (_name, configurationKeys) => {
  using broker = new Broker(new FakeClock());
  const request = { resources: [{ resourceType: 4, resourceName: '0', configurationKeys }] };
  const answer = await new BrokerClient(broker).ask(apis.describeConfigs, request);
  expect(answer?.results[0]?.configs.map(({ name }) => name)).toContain('num.partitions');
});
