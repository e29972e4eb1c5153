import { fencedAs } from '../transactions/fenced.ts';
import { optional, since } from '../wire/field.ts';
import { bool, int16, int32, int64, string } from '../wire/primitives.ts';
import { defineApi } from './define-api.ts';

/**
 * EndTxn (key 26), versions 0–5. v2: PRODUCER_FENCED. v3: flexible. v5: a new epoch after every transaction (KIP-890).
 * Source: https://kafka.apache.org/protocol#The_Messages_EndTxn
 */
export const endTxn = defineApi({
  key: 26,
  versions: [0, 5],
  flexibleFrom: 3,
  request: {
    transactionalId: string,
    producerId: int64,
    producerEpoch: int16,
    committed: bool,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    producerId: since(5, int64, -1n),
    producerEpoch: since(5, int16, -1),
  },
  handle({ committed, ...request }, { broker, version }) {
    const result = broker.transactions.end({ ...request, isCommit: committed, bumpsEpoch: version >= 5 });
    return { ...result, errorCode: fencedAs(result.errorCode, version >= 2) };
  },
  refuse: (_request, errorCode) => ({ errorCode }),
});
