import type { Broker } from '../broker.ts';
import { errorCodes } from '../error-codes.ts';
import { offsetsPartition } from '../groups/offsets-partition.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { optional } from '../wire/field.ts';
import { int16, int32, int64, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DescribeTransactions (key 65), version 0 (KIP-664).
 * Source: https://kafka.apache.org/protocol#The_Messages_DescribeTransactions
 */
export const describeTransactions = defineApi({
  key: 65,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    transactionalIds: list(string),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    transactionStates: list({
      errorCode: int16,
      transactionalId: string,
      transactionState: string,
      transactionTimeoutMs: int32,
      transactionStartTimeMs: int64,
      producerId: int64,
      producerEpoch: int16,
      topics: list({
        topic: string,
        partitions: list(int32),
      }),
    }),
  },
  handle: ({ transactionalIds }, { broker }) => ({
    transactionStates: transactionalIds.map((transactionalId) => {
      const transaction = broker.transactions.get(transactionalId);
      return transaction
        ? describe(transaction, broker)
        : missing(transactionalId, errorCodes.TRANSACTIONAL_ID_NOT_FOUND);
    }),
  }),
  refuse: ({ transactionalIds }, errorCode) => ({
    transactionStates: transactionalIds.map((transactionalId) => missing(transactionalId, errorCode)),
  }),
});

function describe(transaction: Transaction, { configuration }: Broker) {
  const { producerId, producerEpoch } = transaction;
  const ofOffsets = configuration.number('offsets.topic.num.partitions');
  const offsets = new Set([...transaction.groups].map((group) => offsetsPartition(group, ofOffsets)));
  const topics = new Map([...transaction.partitions, ['__consumer_offsets', offsets] as const]);
  return {
    errorCode: errorCodes.NONE,
    transactionalId: transaction.id,
    transactionState: transaction.state,
    transactionTimeoutMs: transaction.timeoutMs,
    transactionStartTimeMs: BigInt(Math.floor(transaction.startedAtMs)),
    producerId,
    producerEpoch,
    topics: [...topics]
      .filter(([, partitions]) => partitions.size > 0)
      .map(([topic, partitions]) => ({ topic, partitions: [...partitions] })),
  };
}

function missing(transactionalId: string, errorCode: number) {
  return {
    errorCode,
    transactionalId,
    transactionState: '',
    transactionTimeoutMs: 0,
    transactionStartTimeMs: 0n,
    producerId: 0n,
    producerEpoch: 0,
    topics: [],
  };
}
