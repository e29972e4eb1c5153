import { randomUUID } from 'node:crypto';
import type { Cluster } from './cluster.ts';
import { coordinatorOf } from './coordinator.ts';
import type { PartitionRecords } from './partition-records.ts';
import { ProducerIdentity } from './producer-identity.ts';
import { addPartitionsToTxn, endTxn } from './protocol-call.ts';
import { protocolError } from './protocol-error.ts';

interface TransactionOptions {
  readonly cluster: Cluster;
  readonly signal: AbortSignal;
}

/** A transaction that is open. Its id is used this once, so no other producer can be in its way. */
export class Transaction {
  readonly identity: ProducerIdentity;
  readonly #id: string;
  readonly #cluster: Cluster;
  readonly #signal: AbortSignal;

  private constructor(id: string, identity: ProducerIdentity, { cluster, signal }: TransactionOptions) {
    this.#id = id;
    this.identity = identity;
    this.#cluster = cluster;
    this.#signal = signal;
  }

  /** @throws RunError KAFKA_* */
  static async begin(options: TransactionOptions): Promise<Transaction> {
    const { cluster, signal } = options;
    const id = `flowproof-${randomUUID()}`;
    const identity = await cluster.persist(
      async () =>
        ProducerIdentity.create(cluster, {
          transactionalId: id,
          coordinator: await coordinatorOf(cluster, { kind: 'transaction', id }),
        }),
      signal,
    );
    return new Transaction(id, identity, options);
  }

  /** Says which partitions the transaction will write to; before any record is sent. @throws RunError KAFKA_* */
  async enlist(shares: readonly PartitionRecords[]): Promise<void> {
    const topics = [...Map.groupBy(shares, ({ topic }) => topic)].map(([name, own]) => ({
      name,
      partitions: own.map(({ partition }) => partition),
    }));
    const { producerId, producerEpoch } = this.identity.options;
    const asked = [{ transactionalId: this.#id, producerId, producerEpoch, topics, verifyOnly: false }];
    await this.#cluster.persist(async () => {
      const coordinator = await this.#coordinator();
      const { response } = await this.#cluster.call(coordinator, addPartitionsToTxn, () => [asked]);
      for (const { topicResults } of response.resultsByTransaction) {
        for (const { name, resultsByPartition } of topicResults) {
          for (const { partitionIndex, partitionErrorCode } of resultsByPartition) {
            if (partitionErrorCode !== 0)
              throw protocolError(`${name}[${partitionIndex}]`, partitionErrorCode);
          }
        }
      }
    }, this.#signal);
  }

  /** Commits or aborts; resolves with the monotonic moment when the broker said that it will hold. @throws RunError KAFKA_* */
  async end(how: 'commit' | 'abort', signal = this.#signal): Promise<number> {
    const { producerId, producerEpoch } = this.identity.options;
    return this.#cluster.persist(async () => {
      const coordinator = await this.#coordinator();
      const { response, arrivedAtMs } = await this.#cluster.call(coordinator, endTxn, () => [
        this.#id,
        producerId,
        producerEpoch,
        how === 'commit',
      ]);
      if (response.errorCode !== 0) throw protocolError(`the ${how} of a transaction`, response.errorCode);
      return arrivedAtMs;
    }, signal);
  }

  #coordinator(): Promise<number> {
    return coordinatorOf(this.#cluster, { kind: 'transaction', id: this.#id });
  }
}
