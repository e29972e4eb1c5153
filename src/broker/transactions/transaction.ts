import type { Timer } from '../timer.ts';

/** The states of a transactional id, as DescribeTransactions names them. What Kafka prepares is here done at once. */
export type TransactionState = 'Empty' | 'Ongoing' | 'CompleteCommit' | 'CompleteAbort';

/** Epochs are 16 bits; the last one is kept for fencing. */
const LAST_EPOCH = 2 ** 15 - 2;

/** The producer that a request comes from. */
export interface ProducerClaim {
  readonly producerId: bigint;
  readonly producerEpoch: number;
}

/** What the broker knows of one transactional id. */
export class Transaction {
  readonly id: string;
  producerId: bigint;
  /** -1: no producer has come yet. */
  producerEpoch = -1;
  /** Of the producer before, so that a repeated request is recognised. */
  previousProducerId = -1n;
  previousProducerEpoch = -1;
  timeoutMs: number;
  state: TransactionState = 'Empty';
  /** Of the latest transaction, epoch milliseconds; -1: this producer has begun none. */
  startedAtMs = -1;
  /** Partitions with records of the transaction that is going on. */
  readonly partitions = new Map<string, Set<number>>();
  /** Groups with offsets of it. */
  readonly groups = new Set<string>();
  /** Aborts it when it takes too long. */
  readonly expiry: Timer;

  constructor(id: string, producerId: bigint, timeoutMs: number, expiry: Timer) {
    this.id = id;
    this.producerId = producerId;
    this.timeoutMs = timeoutMs;
    this.expiry = expiry;
  }

  has(topic: string, partition: number): boolean {
    return this.state === 'Ongoing' && (this.partitions.get(topic)?.has(partition) ?? false);
  }

  add(topic: string, partition: number): void {
    const partitions = this.partitions.get(topic) ?? new Set<number>();
    this.partitions.set(topic, partitions.add(partition));
  }

  /** Fences whoever used the epoch before. When epochs run out, the producer gets a new id. */
  bumpEpoch(newProducerId: () => bigint): void {
    this.previousProducerId = this.producerId;
    this.previousProducerEpoch = this.producerEpoch;
    if (this.producerEpoch < LAST_EPOCH) {
      this.producerEpoch++;
      return;
    }
    this.producerId = newProducerId();
    this.producerEpoch = 0;
  }

  /** Whether a producer repeats a request that has bumped its epoch. */
  isRepeatedBy({ producerId, producerEpoch }: ProducerClaim): boolean {
    return producerId === this.previousProducerId && producerEpoch === this.previousProducerEpoch;
  }

  isCurrent({ producerId, producerEpoch }: ProducerClaim): boolean {
    return producerId === this.producerId && producerEpoch === this.producerEpoch;
  }
}
