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

/** What a request tells of who produces. */
export type IdentityOptions = Pick<
  library.CreateRecordsBatchOptions,
  'producerId' | 'producerEpoch' | 'sequences'
>;

/** An idempotent producer in the eyes of the brokers: batches that they see twice are stored once. */
export class ProducerIdentity {
  readonly #id: bigint;
  readonly #epoch: number;
  readonly #sequences = new library.NumericMap();

  private constructor(id: bigint, epoch: number) {
    this.#id = id;
    this.#epoch = epoch;
  }

  /** @throws RunError KAFKA_* */
  static async create(cluster: Cluster): Promise<ProducerIdentity> {
    const { response } = await cluster.callAny(initProducerId, () => [null, NO_TIMEOUT, NO_ID, NO_EPOCH]);
    if (response.errorCode !== 0) throw protocolError('an idempotent producer', response.errorCode);
    return new ProducerIdentity(response.producerId, response.producerEpoch);
  }

  get options(): IdentityOptions {
    return { producerId: this.#id, producerEpoch: this.#epoch, sequences: this.#sequences };
  }

  /** To be called when a batch is stored, and only then. */
  advance({ topic, partition, records }: PartitionRecords): void {
    const key = `${topic}:${partition}`; // as the library looks it up
    this.#sequences.set(key, (this.#sequences.getWithDefault(key, 0) + records.length) % SEQUENCES);
  }
}
