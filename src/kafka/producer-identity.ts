import * as library from '@platformatic/kafka';
import type { Cluster } from './cluster.ts';
import type { PartitionRecords } from './partition-records.ts';
import { initProducerId } from './protocol-call.ts';
import { protocolError } from './protocol-error.ts';

const NO_TIMEOUT = 2 ** 31 - 1;
const NO_ID = -1n;
const NO_EPOCH = -1;
/** Sequence numbers are of 31 bits and begin again after the last. */
const SEQUENCES = 2 ** 31;

/** After it the coordinator aborts a transaction that nobody ends; brokers allow 15 minutes at most. */
const TRANSACTION_TIMEOUT_MS = 60_000;

/** What a request tells of who produces. */
export type IdentityOptions = Pick<
  library.CreateRecordsBatchOptions,
  'producerId' | 'producerEpoch' | 'sequences' | 'transactionalId'
>;

/** A producer in the eyes of the brokers: batches of it that they see twice are stored once. */
export class ProducerIdentity {
  readonly options: IdentityOptions;

  private constructor(options: IdentityOptions) {
    this.options = options;
  }

  /** One that is idempotent, or that may write in transactions too. @throws RunError KAFKA_* */
  static async create(
    cluster: Cluster,
    transactional?: { readonly transactionalId: string; readonly coordinator: number },
  ): Promise<ProducerIdentity> {
    const { response } = transactional
      ? await cluster.call(transactional.coordinator, initProducerId, () => [
          transactional.transactionalId,
          TRANSACTION_TIMEOUT_MS,
          NO_ID,
          NO_EPOCH,
        ])
      : await cluster.callAny(initProducerId, () => [null, NO_TIMEOUT, NO_ID, NO_EPOCH]);
    const { errorCode, producerId, producerEpoch } = response;
    if (errorCode !== 0) throw protocolError('an idempotent producer', errorCode);
    return new ProducerIdentity({
      producerId,
      producerEpoch,
      sequences: new library.NumericMap(),
      ...(transactional ? { transactionalId: transactional.transactionalId } : {}),
    });
  }

  /** To be called when a batch is stored, and only then. */
  advance({ topic, partition, records }: PartitionRecords): void {
    const key = `${topic}:${partition}`; // as the library looks it up
    const { sequences } = this.options;
    sequences.set(key, (sequences.getWithDefault(key, 0) + records.length) % SEQUENCES);
  }
}
