import type {
  ConsumerGroup,
  FetchedRecords,
  Kafka,
  Positions,
  StoredRecord,
  Watch,
  WatchOptions,
} from '../../src/kafka/port.ts';
import type { KafkaRecord, OutgoingRecord } from '../../src/model/record.ts';
import type { FakeClock } from './fake-clock.ts';

/** What a script says of one record; the rest has defaults. */
export interface ScriptedRecord {
  readonly value?: unknown;
  readonly key?: string | null;
  readonly partition?: number;
}

/**
 * A cluster that does what a test tells it, on a fake clock: topics with end offsets, records that arrive when the test
 * says so, and produced records that are acknowledged at once (or by `onProduce`).
 */
export class ScriptedKafka implements Kafka {
  readonly bootstrap = 'scripted:9092';
  readonly groups: ConsumerGroup[] = [];
  readonly produced: OutgoingRecord[] = [];
  onProduce: (record: OutgoingRecord) => void = () => undefined;
  readonly #clock: FakeClock;
  readonly #ends: Map<string, bigint[]>;
  readonly #watches = new Set<WatchOptions>();
  readonly #written: KafkaRecord[] = [];

  /** @param topics end offset of each partition */
  constructor(clock: FakeClock, topics: Readonly<Record<string, readonly number[]>>) {
    this.#clock = clock;
    this.#ends = new Map(Object.entries(topics).map(([name, ends]) => [name, ends.map(BigInt)]));
  }

  /** A topic comes into being. */
  addTopic(name: string, partitions = 1): void {
    this.#ends.set(
      name,
      Array.from({ length: partitions }, () => 0n),
    );
  }

  /** One fetch response for each partition that the records are in, arriving now. */
  arrive(topic: string, ...records: readonly ScriptedRecord[]): void {
    const arrivedAtMs = this.#clock.nowMs();
    const written = records.map((record) => this.#write(topic, record));
    for (const partition of new Set(written.map((record) => record.partition))) {
      const own = written.filter((record) => record.partition === partition);
      const nextOffset = (own.at(-1)?.offset ?? 0n) + 1n;
      this.#tell({ topic, partition, arrivedAtMs, records: own, nextOffset, endOffset: nextOffset });
    }
  }

  async describeCluster(): Promise<{ clusterId: string; brokers: number }> {
    return { clusterId: 'scripted', brokers: 1 };
  }

  async listTopics(): Promise<readonly string[]> {
    return [...this.#ends.keys()];
  }

  async offsets(
    topics: readonly string[],
    at: 'start' | 'end' | { readonly timeMs: number },
  ): Promise<Positions> {
    const there = topics.filter((topic) => this.#ends.has(topic));
    return new Map(
      there.map((topic) => [topic, (this.#ends.get(topic) ?? []).map((end) => (at === 'end' ? end : 0n))]),
    );
  }

  watch(options: WatchOptions): Watch {
    this.#watches.add(options);
    const ends = new Map([...this.#ends].map(([topic, offsets]) => [topic, [...offsets]]));
    setImmediate(() => this.#replay(options, ends));
    return {
      done: new Promise(() => undefined),
      interruptions: [],
      [Symbol.asyncDispose]: async () => void this.#watches.delete(options),
    };
  }

  async produce(records: readonly OutgoingRecord[]): Promise<readonly StoredRecord[]> {
    return records.map((record) => {
      this.produced.push(record);
      const stored = this.#write(
        record.topic,
        record.partition === undefined ? {} : { partition: record.partition },
      );
      this.onProduce(record);
      const { topic, partition, offset } = stored;
      return { topic, partition, offset, timestampMs: 0n, acknowledgedAtMs: this.#clock.nowMs() };
    });
  }

  async createTopics(topics: readonly { readonly name: string }[]): Promise<void> {
    for (const { name } of topics) if (!this.#ends.has(name)) this.addTopic(name);
  }

  async deleteTopics(names: readonly string[]): Promise<void> {
    for (const name of names) this.#ends.delete(name);
  }

  async describeGroups(): Promise<readonly ConsumerGroup[]> {
    return this.groups;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#watches.clear();
  }

  #write(topic: string, { value = {}, key = null, partition = 0 }: ScriptedRecord): KafkaRecord {
    const ends = this.#ends.get(topic) ?? [0n];
    const offset = ends[partition] ?? 0n;
    ends[partition] = offset + 1n;
    this.#ends.set(topic, ends);
    const bytes =
      value === null ? null : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    const record = {
      topic,
      partition,
      offset,
      timestampMs: 0n,
      key: key === null ? null : Buffer.from(key),
      value: bytes,
      headers: [],
    };
    this.#written.push(record);
    return record;
  }

  /** What was there before a watch began and lies behind its positions. */
  #replay({ topics, positions, onFetch }: WatchOptions, ends: Positions): void {
    for (const topic of topics) {
      for (const [partition, endOffset] of (ends.get(topic) ?? []).entries()) {
        const from = positions.get(topic)?.[partition] ?? endOffset;
        if (from >= endOffset) continue;
        const records = this.#written.filter(
          (record) =>
            record.topic === topic &&
            record.partition === partition &&
            record.offset >= from &&
            record.offset < endOffset,
        );
        const arrivedAtMs = this.#clock.nowMs();
        onFetch({ topic, partition, arrivedAtMs, records, nextOffset: endOffset, endOffset });
      }
    }
  }

  #tell(fetched: FetchedRecords): void {
    for (const { topics, onFetch } of this.#watches) if (topics.includes(fetched.topic)) onFetch(fetched);
  }
}
