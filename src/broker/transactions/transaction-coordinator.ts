import type { Clock } from '../../base/clock.ts';
import type { Configuration } from '../config/configuration.ts';
import { errorCodes } from '../error-codes.ts';
import type { GroupCoordinator } from '../groups/group-coordinator.ts';
import { Timer } from '../timer.ts';
import type { Topics } from '../topics.ts';
import { type ProducerClaim, Transaction } from './transaction.ts';

/** What transactions act on. */
export interface TransactionSurroundings {
  readonly clock: Clock;
  readonly configuration: Configuration;
  readonly topics: Topics;
  readonly groups: GroupCoordinator;
}

/** The answer to InitProducerId and EndTxn. */
export interface ProducerResult extends ProducerClaim {
  readonly errorCode: number;
}

/** A request to begin under a transactional id. */
export interface InitRequest extends ProducerClaim {
  readonly transactionalId: string;
  readonly timeoutMs: number;
}

/** A request to end a transaction. */
export interface EndRequest extends ProducerClaim {
  readonly transactionalId: string;
  readonly isCommit: boolean;
  /** The client takes a new epoch after every transaction (KIP-890, transaction version 2). */
  readonly bumpsEpoch: boolean;
}

/** Where nothing is known of the producer. */
const NOBODY: ProducerClaim = { producerId: -1n, producerEpoch: -1 };

/**
 * Ids of producers, and their transactions. Follows Kafka's TransactionCoordinator, but ends transactions at once, so
 * that nobody is ever told to wait.
 */
export class TransactionCoordinator {
  readonly #surroundings: TransactionSurroundings;
  readonly #transactions = new Map<string, Transaction>();
  #lastProducerId = -1n;

  constructor(surroundings: TransactionSurroundings) {
    this.#surroundings = surroundings;
  }

  /** All transactional ids, in the order they appeared. */
  all(): readonly Transaction[] {
    return [...this.#transactions.values()];
  }

  get(id: string): Transaction | undefined {
    return this.#transactions.get(id);
  }

  /** An id that no producer has had. */
  newProducerId(): bigint {
    this.#lastProducerId++;
    return this.#lastProducerId;
  }

  /** Gives a producer its id and a new epoch, aborts what an earlier one has left, and fences that one. */
  init(request: InitRequest): ProducerResult {
    const { transactionalId, timeoutMs } = request;
    if (transactionalId === '') return { ...NOBODY, errorCode: errorCodes.INVALID_REQUEST };
    const longestMs = this.#surroundings.configuration.number('transaction.max.timeout.ms');
    if (timeoutMs <= 0 || timeoutMs > longestMs)
      return { ...NOBODY, errorCode: errorCodes.INVALID_TRANSACTION_TIMEOUT };
    const transaction = this.#findOrCreate(transactionalId, timeoutMs);
    const isNew = transaction.producerEpoch === -1;
    const isRepeated = !isNew && request.producerId >= 0n && transaction.isRepeatedBy(request);
    const mayContinue = isNew || isRepeated || request.producerId < 0n || transaction.isCurrent(request);
    if (!mayContinue) return { ...NOBODY, errorCode: errorCodes.PRODUCER_FENCED };
    if (transaction.state === 'Ongoing') this.#fence(transaction);
    if (!isRepeated) transaction.bumpEpoch(() => this.newProducerId());
    transaction.timeoutMs = timeoutMs;
    transaction.state = 'Empty';
    transaction.startedAtMs = -1;
    return resultOf(transaction);
  }

  /** Why a producer cannot work in its transaction, as an error code; NONE: it can. */
  check(transactionalId: string, claim: ProducerClaim): number {
    const transaction = this.#transactions.get(transactionalId);
    if (!transaction || transaction.producerId !== claim.producerId)
      return errorCodes.INVALID_PRODUCER_ID_MAPPING;
    return transaction.isCurrent(claim) ? errorCodes.NONE : errorCodes.PRODUCER_FENCED;
  }

  /** The transaction of a producer that was checked, begun if it was not. */
  begin(transactionalId: string): Transaction {
    const transaction = this.#findOrCreate(transactionalId, 0);
    if (transaction.state === 'Ongoing') return transaction;
    transaction.state = 'Ongoing';
    transaction.startedAtMs = this.#surroundings.clock.wallMs();
    transaction.expiry.set(transaction.timeoutMs, () => this.#fence(transaction));
    return transaction;
  }

  end(request: EndRequest): ProducerResult {
    const { isCommit, bumpsEpoch } = request;
    const transaction = this.#transactions.get(request.transactionalId);
    const isRepeated = bumpsEpoch && (transaction?.isRepeatedBy(request) ?? false);
    if (!transaction || (transaction.producerId !== request.producerId && !isRepeated))
      return { ...NOBODY, errorCode: errorCodes.INVALID_PRODUCER_ID_MAPPING };
    const isComplete = transaction.state === 'CompleteCommit' || transaction.state === 'CompleteAbort';
    if (!transaction.isCurrent(request) && !(isRepeated && isComplete))
      return { ...NOBODY, errorCode: errorCodes.PRODUCER_FENCED };
    if (transaction.state !== 'Ongoing') return this.#endNothing(transaction, request, isRepeated);
    if (bumpsEpoch) transaction.bumpEpoch(() => this.newProducerId());
    this.#complete(transaction, isCommit, bumpsEpoch ? markerOf(transaction) : transaction);
    return resultOf(transaction);
  }

  /** Lets all timers go. */
  close(): void {
    for (const { expiry } of this.#transactions.values()) expiry.clear();
  }

  /** A producer ends what has ended already, or has not begun. */
  #endNothing(
    transaction: Transaction,
    { isCommit, bumpsEpoch }: EndRequest,
    isRepeated: boolean,
  ): ProducerResult {
    const isSameEnd = transaction.state === (isCommit ? 'CompleteCommit' : 'CompleteAbort');
    if (isSameEnd && (isRepeated || !bumpsEpoch)) return resultOf(transaction);
    // From transaction version 2 on, a producer may abort where it has not written anything, for the new epoch.
    if (isCommit || !bumpsEpoch || isRepeated) return { ...NOBODY, errorCode: errorCodes.INVALID_TXN_STATE };
    transaction.bumpEpoch(() => this.newProducerId());
    transaction.state = 'CompleteAbort';
    transaction.startedAtMs = this.#surroundings.clock.wallMs();
    return resultOf(transaction);
  }

  #findOrCreate(id: string, timeoutMs: number): Transaction {
    const known = this.#transactions.get(id);
    if (known) return known;
    const expiry = new Timer(this.#surroundings.clock);
    const transaction = new Transaction(id, this.newProducerId(), timeoutMs, expiry);
    this.#transactions.set(id, transaction);
    return transaction;
  }

  /** Aborts what goes on, under an epoch that the producer does not have. */
  #fence(transaction: Transaction): void {
    transaction.bumpEpoch(() => this.newProducerId());
    this.#complete(transaction, false, markerOf(transaction));
  }

  #complete(transaction: Transaction, isCommit: boolean, { producerId, producerEpoch }: ProducerClaim): void {
    const { topics, groups, clock } = this.#surroundings;
    const nowMs = Math.floor(clock.wallMs());
    for (const [topic, partitions] of transaction.partitions)
      for (const partition of partitions)
        topics.partition(topic, partition)?.appendMarker({ producerId, producerEpoch }, isCommit, nowMs);
    for (const group of transaction.groups) groups.get(group)?.offsets.endTransaction(producerId, isCommit);
    transaction.expiry.clear();
    transaction.partitions.clear();
    transaction.groups.clear();
    transaction.state = isCommit ? 'CompleteCommit' : 'CompleteAbort';
  }
}

/** The records are of the producer as it was; the marker carries an epoch after theirs. */
function markerOf({ previousProducerId, previousProducerEpoch }: Transaction): ProducerClaim {
  return { producerId: previousProducerId, producerEpoch: previousProducerEpoch + 1 };
}

function resultOf({ producerId, producerEpoch }: Transaction): ProducerResult {
  return { errorCode: errorCodes.NONE, producerId, producerEpoch };
}
