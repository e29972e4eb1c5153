import { errorCodes } from '../error-codes.ts';
import { fencedAs } from '../transactions/fenced.ts';
import { optional } from '../wire/field.ts';
import { int16, int32, int64, string } from '../wire/primitives.ts';
import { defineApi } from './define-api.ts';

/**
 * AddOffsetsToTxn (key 25), versions 0–4. v2: PRODUCER_FENCED. v3: flexible. v4: KIP-890.
 * Source: https://kafka.apache.org/protocol#The_Messages_AddOffsetsToTxn
 */
export const addOffsetsToTxn = defineApi({
  key: 25,
  versions: [0, 4],
  flexibleFrom: 3,
  request: {
    transactionalId: string,
    producerId: int64,
    producerEpoch: int16,
    groupId: string,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
  },
  handle({ transactionalId, groupId, ...claim }, { broker, version }) {
    const problem = broker.transactions.check(transactionalId, claim);
    if (problem !== errorCodes.NONE) return { errorCode: fencedAs(problem, version >= 2) };
    broker.transactions.begin(transactionalId).groups.add(groupId);
    return { errorCode: errorCodes.NONE };
  },
  refuse: (_request, errorCode) => ({ errorCode }),
});
