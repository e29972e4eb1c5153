import { describe, expect, test } from 'vitest';
import { apis } from '../../../../src/broker/apis/index.ts';
import { Broker } from '../../../../src/broker/broker.ts';
import { errorCodes } from '../../../../src/broker/error-codes.ts';
import { BrokerClient } from '../../../support/broker-client.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const { addOffsetsToTxn, initProducerId, listTransactions } = apis;

function newSetting() {
  const clock = new FakeClock();
  const client = new BrokerClient(new Broker(clock));
  return {
    clock,
    async begin(transactionalId: string) {
      const { producerId = -1n, producerEpoch = -1 } =
        (await client.ask(initProducerId, { transactionalId, transactionTimeoutMs: 600_000 })) ?? {};
      await client.ask(addOffsetsToTxn, { transactionalId, producerId, producerEpoch, groupId: 'g' });
    },
    async list(filters: { durationFilter?: bigint; transactionalIdPattern?: string }) {
      const answer = await client.ask(listTransactions, {
        stateFilters: [],
        producerIdFilters: [],
        ...filters,
      });
      if (answer?.errorCode !== errorCodes.NONE) return answer?.errorCode;
      return answer.transactionStates.map(({ transactionalId }) => transactionalId);
    },
  };
}

describe('a list of transactions', () => {
  test('has those alone that have gone on for longer than was asked for', async () => {
    const { clock, begin, list } = newSetting();
    await begin('early');
    await clock.moveTo(1_000);
    await begin('late');
    await clock.moveTo(3_000);
    expect(await list({})).toEqual(['early', 'late']);
    expect(await list({ durationFilter: 0n })).toEqual(['early', 'late']);
    expect(await list({ durationFilter: 2_000n })).toEqual(['early']);
    expect(await list({ durationFilter: 3_000n })).toEqual([]);
  });

  test('has those alone whose whole id matches a pattern, if that is one', async () => {
    const { begin, list } = newSetting();
    await begin('order-1');
    await begin('my-order-1');
    expect(await list({ transactionalIdPattern: 'order-.*' })).toEqual(['order-1']);
    expect(await list({ transactionalIdPattern: '(' })).toBe(errorCodes.INVALID_REGULAR_EXPRESSION);
  });
});
