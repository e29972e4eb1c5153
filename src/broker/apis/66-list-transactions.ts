import { errorCodes } from '../error-codes.ts';
import { compileTopicPattern } from '../groups/topic-pattern.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { int16, int32, int64, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * ListTransactions (key 66), versions 0–2 (KIP-664). v1: those that have gone on for some time. v2: ids that match a pattern.
 * Source: https://kafka.apache.org/protocol#The_Messages_ListTransactions
 */
export const listTransactions = defineApi({
  key: 66,
  versions: [0, 2],
  flexibleFrom: 0,
  request: {
    stateFilters: list(string),
    producerIdFilters: list(int64),
    durationFilter: since(1, int64, -1n),
    transactionalIdPattern: since(2, nullable(string), null),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    unknownStateFilters: list(string),
    transactionStates: list({
      transactionalId: string,
      producerId: int64,
      transactionState: string,
    }),
  },
  handle(request, { broker }) {
    const pattern = request.transactionalIdPattern
      ? compileTopicPattern(request.transactionalIdPattern)
      : undefined;
    if (pattern === undefined && request.transactionalIdPattern)
      return {
        errorCode: errorCodes.INVALID_REGULAR_EXPRESSION,
        unknownStateFilters: [],
        transactionStates: [],
      };
    const found = broker.transactions
      .all()
      .filter((transaction) => isWanted(transaction, request, broker.nowMs()))
      .filter(({ id }) => pattern === undefined || pattern.test(id));
    return {
      errorCode: errorCodes.NONE,
      unknownStateFilters: request.stateFilters.filter((state) => !STATES.has(state)),
      transactionStates: found.map(({ id, producerId, state }) => ({
        transactionalId: id,
        producerId,
        transactionState: state,
      })),
    };
  },
  refuse: (_request, errorCode) => ({ errorCode, unknownStateFilters: [], transactionStates: [] }),
});

const STATES = new Set([
  'Empty',
  'Ongoing',
  'PrepareCommit',
  'PrepareAbort',
  'CompleteCommit',
  'CompleteAbort',
  'PrepareEpochFence',
]);

interface Filters {
  readonly stateFilters: readonly string[];
  readonly producerIdFilters: readonly bigint[];
  readonly durationFilter: bigint;
}

function isWanted(transaction: Transaction, filters: Filters, nowMs: number): boolean {
  const { stateFilters, producerIdFilters, durationFilter } = filters;
  const isLong = durationFilter < 0n || nowMs - transaction.startedAtMs > Number(durationFilter);
  return (
    isLong &&
    (stateFilters.length === 0 || stateFilters.includes(transaction.state)) &&
    (producerIdFilters.length === 0 || producerIdFilters.includes(transaction.producerId))
  );
}
