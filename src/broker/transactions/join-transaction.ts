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
  if (transactionalId === null) return refuse(errorCodes.TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
  const { transactions } = broker;
  const problem = transactions.check(transactionalId, header);
  if (problem === errorCodes.PRODUCER_FENCED) return refuse(errorCodes.INVALID_PRODUCER_EPOCH);
  if (problem !== errorCodes.NONE) return refuse(problem);
  if (version >= JOINS_FROM) transactions.begin(transactionalId).add(topic, partition);
  if (transactions.get(transactionalId)?.has(topic, partition)) return undefined;
  return version < ABORTABLE_FROM
    ? refuse(errorCodes.INVALID_TXN_STATE, 'Partition was not added to the transaction')
    : refuse(errorCodes.TRANSACTION_ABORTABLE);
}
