import { errorCodes } from '../error-codes.ts';
import { fencedAs } from '../transactions/fenced.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { int16, int32, int64, string } from '../wire/primitives.ts';
import { defineApi } from './define-api.ts';

/**
 * InitProducerId (key 22), versions 0–5. v2: flexible. v3: an epoch may be taken further (KIP-360). v4: PRODUCER_FENCED.
 * v5: KIP-890. Source: https://kafka.apache.org/protocol#The_Messages_InitProducerId
 */
export const initProducerId = defineApi({
  key: 22,
  versions: [0, 5],
  flexibleFrom: 2,
  request: {
    transactionalId: nullable(string),
    transactionTimeoutMs: int32,
    producerId: since(3, int64, -1n),
    producerEpoch: since(3, int16, -1),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    producerId: optional(int64, -1n),
    producerEpoch: int16,
  },
  handle({ transactionalId, transactionTimeoutMs, producerId, producerEpoch }, { broker, version }) {
    const { transactions } = broker;
    if (transactionalId === null)
      return { errorCode: errorCodes.NONE, producerId: transactions.newProducerId(), producerEpoch: 0 };
    const claim = { transactionalId, timeoutMs: transactionTimeoutMs, producerId, producerEpoch };
    const result = transactions.init(claim);
    return { ...result, errorCode: fencedAs(result.errorCode, version >= 4) };
  },
  refuse: (_request, errorCode) => ({ errorCode, producerEpoch: -1 }),
});
