import type { Broker } from '../broker.ts';
import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import type { BatchHeader } from '../wire/record-batch.ts';

/** A transactional batch on its way to a partition. */
export interface TransactionalWrite {
  readonly header: BatchHeader;
  readonly transactionalId: string | null;
  readonly topic: string;
  readonly partition: number;
  /** Of the Produce request. */
  readonly version: number;
}

/** First version of Produce that makes a partition part of the transaction by itself (KIP-890). */
const JOINS_FROM = 12;
/** First version of Produce whose clients know TRANSACTION_ABORTABLE. */
const ABORTABLE_FROM = 11;

/** Makes a partition part of a producer's transaction, or finds that it is, or says why the batch is refused. */
export function joinTransaction(broker: Broker, write: TransactionalWrite): Refusal | undefined {
  const { header, transactionalId, topic, partition, version } = write;
  if (transactionalId === null)
    return refuse(errorCodes.TRANSACTIONAL_ID_AUTHORIZATION_FAILED, 'The request has no transactional id');
  const { transactions } = broker;
  const problem = transactions.check(transactionalId, header);
  if (problem === errorCodes.PRODUCER_FENCED)
    return refuse(
      errorCodes.INVALID_PRODUCER_EPOCH,
      'There is a newer producer with the same transactional id',
    );
  if (problem !== errorCodes.NONE) return refuse(problem, 'The producer does not have this transactional id');
  if (version >= JOINS_FROM) transactions.begin(transactionalId).add(topic, partition);
  if (transactions.get(transactionalId)?.has(topic, partition)) return undefined;
  const errorCode =
    version < ABORTABLE_FROM ? errorCodes.INVALID_TXN_STATE : errorCodes.TRANSACTION_ABORTABLE;
  return refuse(errorCode, 'The partition was not added to the transaction');
}
