import { errorCodes } from '../error-codes.ts';
import { answerOffsets, type Committer, commitOffsets, commitProblem } from '../groups/commit-offsets.ts';
import { nullable, optional, since, until } from '../wire/field.ts';
import { int16, int32, int64, string, uuid } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';
import type { RequestContext } from './request-context.ts';

/**
 * TxnOffsetCommit (key 28), versions 0–6. v2: leader epochs. v3: flexible, the member that commits (KIP-447). v5: needs no
 * AddOffsetsToTxn (KIP-890). v6: topic ids. Source: https://kafka.apache.org/protocol#The_Messages_TxnOffsetCommit
 */
export const txnOffsetCommit = defineApi({
  key: 28,
  versions: [0, 6],
  flexibleFrom: 3,
  request: {
    transactionalId: string,
    groupId: string,
    producerId: int64,
    producerEpoch: int16,
    generationIdOrMemberEpoch: since(3, int32, -1),
    memberId: since(3, string, ''),
    groupInstanceId: since(3, nullable(string), null),
    topics: list({
      name: until(5, string),
      topicId: since(6, uuid),
      partitions: list({
        partitionIndex: int32,
        committedOffset: int64,
        committedLeaderEpoch: since(2, int32, -1),
        committedMetadata: nullable(string),
      }),
    }),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    topics: list({
      name: until(5, string),
      topicId: since(6, uuid),
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
      }),
    }),
  },
  handle(request, context) {
    return commitOffsets(context.broker, request, {
      admit: (keys) => problemOf(request, keys, context),
      store: (offsets, placed) => offsets.hold(request.producerId, placed),
    });
  },
  refuse: ({ topics }, errorCode) => answerOffsets(topics, () => errorCode),
});

interface Request extends Committer {
  readonly transactionalId: string;
  readonly producerId: bigint;
  readonly producerEpoch: number;
}

function problemOf(request: Request, keys: readonly string[], { broker, version }: RequestContext): number {
  const { transactionalId, groupId } = request;
  const problem = broker.transactions.check(transactionalId, request);
  // The group's coordinator knows producers by their records, as any partition does.
  if (problem === errorCodes.PRODUCER_FENCED) return errorCodes.INVALID_PRODUCER_EPOCH;
  if (problem !== errorCodes.NONE) return problem;
  const knowsEpochs = version >= EPOCHS_FROM;
  const refusal = commitProblem(broker, request, { isTransactional: true, knowsEpochs, keys });
  if (refusal === errorCodes.STALE_MEMBER_EPOCH && !knowsEpochs) return errorCodes.ILLEGAL_GENERATION;
  if (refusal !== errorCodes.NONE) return refusal;
  if (version >= 5) broker.transactions.begin(transactionalId).groups.add(groupId);
  if (broker.transactions.get(transactionalId)?.groups.has(groupId)) return errorCodes.NONE;
  return version < ABORTABLE_FROM ? errorCodes.INVALID_TXN_STATE : errorCodes.TRANSACTION_ABORTABLE;
}

/** First version whose clients know TRANSACTION_ABORTABLE. */
const ABORTABLE_FROM = 4;
/** First version whose clients know the errors of the new group protocol. */
const EPOCHS_FROM = 6;
