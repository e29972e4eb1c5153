import { errorCodes } from '../error-codes.ts';
import { fencedAs } from '../transactions/fenced.ts';
import { optional, since, until } from '../wire/field.ts';
import { bool, int16, int32, int64, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';
import type { RequestContext } from './request-context.ts';

/**
 * AddPartitionsToTxn (key 24), versions 0–5. v2: PRODUCER_FENCED. v3: flexible. v4: several transactions, as brokers ask each
 * other; some clients do too. v5: TRANSACTION_ABORTABLE (KIP-890).
 * Source: https://kafka.apache.org/protocol#The_Messages_AddPartitionsToTxn
 */
export const addPartitionsToTxn = defineApi({
  key: 24,
  versions: [0, 5],
  flexibleFrom: 3,
  request: {
    transactions: since(
      4,
      list({
        transactionalId: string,
        producerId: int64,
        producerEpoch: int16,
        verifyOnly: optional(bool, false),
        topics: list({
          name: string,
          partitions: list(int32),
        }),
      }),
    ),
    v3AndBelowTransactionalId: until(3, string),
    v3AndBelowProducerId: until(3, int64),
    v3AndBelowProducerEpoch: until(3, int16),
    v3AndBelowTopics: until(
      3,
      list({
        name: string,
        partitions: list(int32),
      }),
    ),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: since(4, int16),
    resultsByTransaction: since(
      4,
      list({
        transactionalId: string,
        topicResults: list({
          name: string,
          resultsByPartition: list({
            partitionIndex: int32,
            partitionErrorCode: int16,
          }),
        }),
      }),
    ),
    resultsByTopicV3AndBelow: until(
      3,
      list({
        name: string,
        resultsByPartition: list({
          partitionIndex: int32,
          partitionErrorCode: int16,
        }),
      }),
    ),
  },
  handle: (request, context) => answerEach(request, context, (wish) => addAll(wish, context)),
  refuse: (request, errorCode, context) => answerEach(request, context, () => () => errorCode),
});

interface TopicWish {
  readonly name: string;
  readonly partitions: readonly number[];
}

interface Wish {
  readonly transactionalId: string;
  readonly producerId: bigint;
  readonly producerEpoch: number;
  readonly verifyOnly: boolean;
  readonly topics: readonly TopicWish[];
}

interface Request {
  readonly transactions: readonly Wish[];
  readonly v3AndBelowTransactionalId: string;
  readonly v3AndBelowProducerId: bigint;
  readonly v3AndBelowProducerEpoch: number;
  readonly v3AndBelowTopics: readonly TopicWish[];
}

/** The error code of each partition. */
type Answer = (topic: string, partition: number) => number;

function answerEach(request: Request, { version }: RequestContext, answer: (wish: Wish) => Answer) {
  const wishes = version < 4 ? [onlyWish(request)] : request.transactions;
  const results = wishes.map((wish) => {
    const errorOf = answer(wish);
    const topicResults = wish.topics.map(({ name, partitions }) => ({
      name,
      resultsByPartition: partitions.map((partitionIndex) => ({
        partitionIndex,
        partitionErrorCode: errorOf(name, partitionIndex),
      })),
    }));
    return { transactionalId: wish.transactionalId, topicResults };
  });
  return {
    errorCode: errorCodes.NONE,
    resultsByTransaction: results,
    resultsByTopicV3AndBelow: results[0]?.topicResults ?? [],
  };
}

function onlyWish(request: Request): Wish {
  return {
    transactionalId: request.v3AndBelowTransactionalId,
    producerId: request.v3AndBelowProducerId,
    producerEpoch: request.v3AndBelowProducerEpoch,
    verifyOnly: false,
    topics: request.v3AndBelowTopics,
  };
}

function addAll(wish: Wish, { broker, version }: RequestContext): Answer {
  const { topics, transactions } = broker;
  const isThere = (topic: string, partition: number): boolean =>
    topics.partition(topic, partition) !== undefined;
  if (!wish.topics.every(({ name, partitions }) => partitions.every((partition) => isThere(name, partition))))
    return (topic, partition) =>
      isThere(topic, partition) ? errorCodes.OPERATION_NOT_ATTEMPTED : errorCodes.UNKNOWN_TOPIC_OR_PARTITION;
  const problem = transactions.check(wish.transactionalId, wish);
  if (problem !== errorCodes.NONE) return () => fencedAs(problem, version >= 2);
  if (wish.verifyOnly) {
    const transaction = transactions.get(wish.transactionalId);
    return (topic, partition) =>
      transaction?.has(topic, partition) ? errorCodes.NONE : errorCodes.TRANSACTION_ABORTABLE;
  }
  const transaction = transactions.begin(wish.transactionalId);
  for (const { name, partitions } of wish.topics)
    for (const partition of partitions) transaction.add(name, partition);
  return () => errorCodes.NONE;
}
