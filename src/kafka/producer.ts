import type * as library from '@platformatic/kafka';
import type { Clock } from '../base/clock.ts';
import { nearest } from '../base/did-you-mean.ts';
import { RunError } from '../base/errors.ts';
import type { OutgoingRecord } from '../model/record.ts';
import type { Cluster, TopicMetadata } from './cluster.ts';
import { cutIntoBatches, type PartitionRecords, partitionRecords, sizeOf } from './partition-records.ts';
import { mayPass } from './persist.ts';
import type { ProduceOptions, StoredRecord } from './port.ts';
import { ProducerIdentity } from './producer-identity.ts';
import { produceRecords } from './protocol-call.ts';
import { errorName, protocolError } from './protocol-error.ts';
import { Transaction } from './transaction.ts';

const ACKS = { all: -1, leader: 1, none: 0 } as const;
const BROKER_TIMEOUT_MS = 10_000;
const UNKNOWN_OFFSET = -1n;
const METADATA_AGE_MS = 30_000;
const CLEANUP_MS = 5_000;

/** What the broker says of an idempotent producer that it has forgotten, or that left a gap. */
const IDENTITY_LOST = new Set([
  'OUT_OF_ORDER_SEQUENCE_NUMBER',
  'UNKNOWN_PRODUCER_ID',
  'INVALID_PRODUCER_EPOCH',
]);

/** One call of `produce`, for one partition. */
interface Sending {
  readonly acks: keyof typeof ACKS;
  readonly compression: NonNullable<ProduceOptions['compression']>;
  readonly signal: AbortSignal;
  /** Timestamp of records that have none. */
  readonly nowMs: bigint;
  /** Filled in as records are acknowledged. */
  readonly stored: StoredRecord[];
  identity: ProducerIdentity | undefined;
}

/** Stores records in one cluster. Calls may overlap; none waits for another. */
export class Producer {
  readonly #cluster: Cluster;
  readonly #clock: Clock;
  readonly #topics = new Map<string, { readonly topic: TopicMetadata; readonly atMs: number }>();
  readonly #rounds = new Map<string, number>();
  readonly #idle: ProducerIdentity[] = [];

  constructor(cluster: Cluster, clock: Clock) {
    this.#cluster = cluster;
    this.#clock = clock;
  }

  /** @see Kafka.produce */
  async produce(
    records: readonly OutgoingRecord[],
    options: ProduceOptions,
  ): Promise<readonly StoredRecord[]> {
    if (records.length === 0) return [];
    const shares = await this.#share(records, options.signal);
    return options.transaction
      ? this.#sendInTransaction(shares, { ...options, transaction: options.transaction })
      : this.#sendAll(shares, options);
  }

  async #sendAll(
    shares: readonly PartitionRecords[],
    { acks = 'all', idempotent = true, compression = 'none', signal }: ProduceOptions,
    common?: ProducerIdentity,
  ): Promise<StoredRecord[]> {
    const nowMs = BigInt(this.#clock.wallMs());
    const stored: StoredRecord[] = [];
    await Promise.all(
      shares.map(async (share) => {
        const own = acks === 'all' && idempotent && !common ? await this.#takeIdentity(signal) : undefined;
        const sending: Sending = { acks, compression, signal, nowMs, stored, identity: common ?? own };
        for (const batch of cutIntoBatches(share, nowMs)) await this.#send(batch, sending);
        if (own && sending.identity) this.#idle.push(sending.identity); // one that failed is not used again
      }),
    );
    return stored;
  }

  async #sendInTransaction(
    shares: readonly PartitionRecords[],
    { transaction: how, compression, signal }: ProduceOptions & { readonly transaction: 'commit' | 'abort' },
  ): Promise<readonly StoredRecord[]> {
    const transaction = await Transaction.begin({ cluster: this.#cluster, signal });
    try {
      await transaction.enlist(shares);
      const stored = await this.#sendAll(shares, { compression, signal }, transaction.identity);
      const acknowledgedAtMs = await transaction.end(how);
      return stored.map((record) => ({ ...record, acknowledgedAtMs }));
    } catch (cause) {
      // Else its partitions would show nothing new until it times out. What went wrong first is worth more than whether this works.
      await transaction.end('abort', AbortSignal.timeout(CLEANUP_MS)).catch(() => undefined);
      throw cause;
    }
  }

  /** Decides on the partition of each record, by metadata that are asked for again when they seem to be old. */
  async #share(
    records: readonly OutgoingRecord[],
    signal: AbortSignal,
  ): Promise<readonly PartitionRecords[]> {
    const isOldMs = this.#clock.nowMs() - METADATA_AGE_MS;
    const isKnown = records.every(({ topic, partition = 0 }) => {
      const known = this.#topics.get(topic);
      return known && known.atMs > isOldMs && partition < known.topic.leaders.length;
    });
    const names = [...new Set(records.map(({ topic }) => topic))];
    if (!isKnown) await this.#cluster.persist(() => this.#refresh(names), signal);
    const counts = new Map(names.map((name) => [name, this.#topics.get(name)?.topic.leaders.length ?? 0]));
    return partitionRecords(records, { counts, rounds: this.#rounds });
  }

  async #refresh(names: readonly string[]): Promise<void> {
    const { topics } = await this.#cluster.metadata(names);
    for (const name of names) {
      const topic = topics.get(name);
      if (!topic) throw await this.#unknownTopic(name);
      if (topic.leaders.length === 0)
        throw new RunError('KAFKA_TIMEOUT', `topic "${name}" has no partitions yet`);
      this.#topics.set(name, { topic, atMs: this.#clock.nowMs() });
    }
  }

  async #unknownTopic(name: string): Promise<RunError> {
    this.#topics.delete(name);
    const { topics } = await this.#cluster.metadata('all');
    const near = nearest(name, topics.keys());
    return new RunError('KAFKA_UNKNOWN_TOPIC', `topic "${name}" does not exist`, {
      hint: near
        ? `did you mean "${near}"?`
        : 'create it, or let flowproof create topics on an external cluster too: createTopics: true',
    });
  }

  async #takeIdentity(signal: AbortSignal): Promise<ProducerIdentity> {
    return this.#idle.pop() ?? this.#cluster.persist(() => ProducerIdentity.create(this.#cluster), signal);
  }

  /** Sends a batch until it is stored; one that is too large for the topic in halves. */
  async #send(batch: PartitionRecords, sending: Sending): Promise<void> {
    const { signal, identity } = sending;
    // Without an identity a batch whose answer is lost must not be sent again: it might be there twice.
    const isWorthRetrying = identity ? mayPass : isRefusal;
    try {
      await this.#cluster.persist(() => this.#sendOnce(batch, sending), signal, isWorthRetrying);
    } catch (cause) {
      if (!isTooLarge(cause) || batch.records.length === 1) throw cause;
      const middle = Math.ceil(batch.records.length / 2);
      await this.#send({ ...batch, records: batch.records.slice(0, middle) }, sending);
      return this.#send({ ...batch, records: batch.records.slice(middle) }, sending);
    }
    sending.identity?.advance(batch);
  }

  async #sendOnce(batch: PartitionRecords, sending: Sending): Promise<void> {
    const { topic, partition } = batch;
    const leader = this.#topics.get(topic)?.topic.leaders[partition];
    if (leader === undefined) {
      await this.#refresh([topic]);
      throw new RunError('KAFKA_TIMEOUT', `${topic}[${partition}] has no leader`);
    }
    try {
      await this.#sendTo(leader, batch, sending);
    } catch (cause) {
      if (!isTooLarge(cause)) this.#forgetLeader(topic, partition);
      throw cause;
    }
  }

  async #sendTo(leader: number, batch: PartitionRecords, sending: Sending): Promise<void> {
    const { acks, compression, identity, nowMs, stored } = sending;
    const { topic, partition } = batch;
    const { response, arrivedAtMs } = await this.#cluster.call(leader, produceRecords, () => [
      ACKS[acks],
      BROKER_TIMEOUT_MS,
      batch.records.map(({ record }) => toMessage(record, partition, nowMs)),
      { compression, ...identity?.options },
    ]);
    const answer = typeof response === 'object' ? response.responses[0]?.partitionResponses[0] : undefined;
    if (answer) await this.#checkAnswer(answer, batch, sending);
    const baseOffset = answer?.baseOffset ?? UNKNOWN_OFFSET;
    const appendedAtMs = answer?.logAppendTimeMs ?? -1n;
    for (const [delta, { record, index }] of batch.records.entries()) {
      stored[index] = {
        topic,
        partition,
        offset: baseOffset < 0n ? UNKNOWN_OFFSET : baseOffset + BigInt(delta),
        timestampMs: appendedAtMs >= 0n ? appendedAtMs : (record.timestampMs ?? nowMs),
        acknowledgedAtMs: answer ? arrivedAtMs : this.#clock.nowMs(),
      };
    }
  }

  /** @throws RunError for an answer that refuses the batch */
  async #checkAnswer(
    { errorCode, errorMessage }: library.produceV11.ProduceResponsePartition,
    batch: PartitionRecords,
    sending: Sending,
  ): Promise<void> {
    const name = errorName(errorCode);
    if (errorCode === 0 || name === 'DUPLICATE_SEQUENCE_NUMBER') return; // it is there already: an earlier try was stored
    const place = `${batch.topic}[${batch.partition}]`;
    const isReplaceable = sending.identity && sending.identity.options.transactionalId === undefined;
    if (isReplaceable && IDENTITY_LOST.has(name)) {
      sending.identity = await ProducerIdentity.create(this.#cluster);
      throw new RunError('KAFKA_TIMEOUT', `${place}: ${name}`);
    }
    // Right after its creation a topic is unknown to some brokers; the next try finds out whether it is there.
    if (name === 'UNKNOWN_TOPIC_OR_PARTITION') throw new RunError('KAFKA_TIMEOUT', `${place}: ${name}`);
    const [first] = batch.records;
    const subject =
      batch.records.length === 1 && first ? `a record of ${sizeOf(first.record)} bytes for ${place}` : place;
    throw protocolError(subject, errorCode, errorMessage);
  }

  #forgetLeader(topic: string, partition: number): void {
    const known = this.#topics.get(topic);
    if (!known) return;
    const leaders = known.topic.leaders.with(partition, undefined);
    this.#topics.set(topic, { ...known, topic: { ...known.topic, leaders } });
  }
}

/** A broker that answered "not now" has not stored the batch; a broker that was lost may have. */
function isRefusal(cause: unknown): boolean {
  return mayPass(cause) && cause instanceof RunError && cause.cause === undefined;
}

function isTooLarge(cause: unknown): boolean {
  return cause instanceof RunError && cause.code === 'KAFKA_RECORD_TOO_LARGE';
}

function toMessage(record: OutgoingRecord, partition: number, nowMs: bigint): library.MessageRecord {
  const { topic, key, value, headers, timestampMs } = record;
  return {
    topic,
    partition,
    timestamp: timestampMs ?? nowMs,
    // The library's types know no null, its code does.
    ...(key ? { key: asBuffer(key) } : {}),
    value: (value && asBuffer(value)) as Buffer,
    // Buffers are keys by identity, so names that repeat stay apart.
    headers: new Map(
      headers.map((header) => [Buffer.from(header.key), (header.value && asBuffer(header.value)) as Buffer]),
    ),
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
