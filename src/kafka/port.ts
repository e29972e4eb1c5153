import type { KafkaRecord, OutgoingRecord } from '../model/record.ts';

/** What a record reader may see of transactions. */
export type Isolation = 'read_committed' | 'read_uncommitted';

/** Next offset per partition (index = partition) of each topic. A topic that does not exist is absent. */
export type Positions = ReadonlyMap<string, readonly bigint[]>;

/**
 * All that flowproof asks of a Kafka cluster. No consumer group is ever joined. Every call rejects with a `RunError`
 * whose code is one of KAFKA_*, or with the signal's reason.
 */
export interface Kafka extends AsyncDisposable {
  /** As given: `host:port,…`. */
  readonly bootstrap: string;
  /** The first contact: resolves when a broker answered. */
  describeCluster(
    signal: AbortSignal,
  ): Promise<{ readonly clusterId: string | null; readonly brokers: number }>;
  /** Names of all topics but internal ones. */
  listTopics(signal: AbortSignal): Promise<readonly string[]>;
  /** Offsets of every partition of those of `topics` that exist: their log start, the next to be written, or the first at or after a time. */
  offsets(
    topics: readonly string[],
    at: 'start' | 'end' | { readonly timeMs: number },
    signal: AbortSignal,
  ): Promise<Positions>;
  /** Reads from explicit offsets until disposed. Starting it is synchronous: nothing written after the positions is missed. */
  watch(options: WatchOptions): Watch;
  /**
   * Stores the records, idempotently unless told otherwise; one entry per record, in their order.
   * @throws RunError KAFKA_BAD_PARTITION for a partition that does not exist
   */
  produce(records: readonly OutgoingRecord[], options: ProduceOptions): Promise<readonly StoredRecord[]>;
  /** Creates what is missing; topics that exist are left as they are. */
  createTopics(topics: readonly NewTopic[], signal: AbortSignal): Promise<void>;
  /** Deletes topics with all their records; those that do not exist are none to delete. */
  deleteTopics(names: readonly string[], signal: AbortSignal): Promise<void>;
  /** The consumer groups of the cluster with members and committed offsets, for `ready: { group }` and the diagnosis. */
  describeGroups(groups: readonly string[] | 'all', signal: AbortSignal): Promise<readonly ConsumerGroup[]>;
}

export interface WatchOptions {
  /** Every topic to watch. One that does not exist (yet) is looked for and read from its start when it appears; so are new partitions. */
  readonly topics: readonly string[];
  /** Where to start; partitions that are absent start at their log start. */
  readonly positions: Positions;
  readonly isolation: Isolation;
  /**
   * Called synchronously for each partition of each fetch response, before anything else is done with it. Must not throw
   * or reject. No more is asked of the partition before a promise that it returns resolves, so that a reader who cannot
   * follow does not fill the memory; what arrives late by that has not arrived when it could have.
   */
  readonly onFetch: (fetched: FetchedRecords) => void | Promise<void>;
}

/** The records that one fetch response brought for one partition. */
export interface FetchedRecords {
  readonly topic: string;
  readonly partition: number;
  /** Monotonic milliseconds of the process's clock, when the response was whole. */
  readonly arrivedAtMs: number;
  /** In offset order, none below the position asked for, no control records. May be empty when only such were there, or only the end moved. */
  readonly records: readonly KafkaRecord[];
  /** Next offset that will be asked for. */
  readonly nextOffset: bigint;
  /** End offset that a reader of this isolation can reach, as of this response. */
  readonly endOffset: bigint;
}

/** A running watch. It outlives lost brokers: it reconnects and goes on where it was. Disposing ends it. */
export interface Watch extends AsyncDisposable {
  /** Rejects when the watch cannot go on (authentication, denied); never resolves before it is disposed. */
  readonly done: Promise<void>;
  /** How often the broker was away so far, for the diagnosis. */
  readonly interruptions: readonly {
    readonly fromMs: number;
    readonly toMs: number;
    readonly reason: string;
  }[];
}

export interface ProduceOptions {
  /** Default all. */
  readonly acks?: 'all' | 'leader' | 'none' | undefined;
  /** Default: with `acks: all`, and never without. */
  readonly idempotent?: boolean | undefined;
  /** All records in one transaction that ends like this; implies the two above. Absent: none. */
  readonly transaction?: 'commit' | 'abort' | undefined;
  readonly compression?: 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd' | undefined;
  readonly signal: AbortSignal;
}

/** Where the broker put a record. */
export interface StoredRecord {
  readonly topic: string;
  readonly partition: number;
  /** -1 with `acks: none`. */
  readonly offset: bigint;
  /** Epoch milliseconds, as the broker keeps it. */
  readonly timestampMs: bigint;
  /** Monotonic milliseconds, when the acknowledgement arrived: that of the transaction's end, where there is one. */
  readonly acknowledgedAtMs: number;
}

export interface NewTopic {
  readonly name: string;
  /** Absent: the broker's default. */
  readonly partitions?: number | undefined;
  readonly config?: Readonly<Record<string, string>> | undefined;
}

export interface ConsumerGroup {
  readonly id: string;
  /** As Kafka names it: Stable, PreparingRebalance, CompletingRebalance, Empty, Dead, Assigning, Reconciling. */
  readonly state: string;
  readonly members: readonly {
    readonly clientId: string;
    readonly host: string;
    readonly assignments: readonly { readonly topic: string; readonly partitions: readonly number[] }[];
  }[];
  /** Committed offset per topic and partition. */
  readonly committed: readonly {
    readonly topic: string;
    readonly partition: number;
    readonly offset: bigint;
  }[];
}
