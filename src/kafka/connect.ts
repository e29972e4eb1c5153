import * as library from '@platformatic/kafka';
import type { Clock } from '../base/clock.ts';
import { Cluster } from './cluster.ts';
import { describeGroups } from './groups.ts';
import { readOffsets } from './offsets.ts';
import type { Kafka } from './port.ts';
import { Producer } from './producer.ts';
import type { Security } from './security/security.ts';
import { createTopics, deleteTopics, listTopics } from './topics.ts';
import { TopicWatch } from './watch/topic-watch.ts';

export interface ConnectOptions {
  /** `host:port,…`; the port is 9092 where none is given. */
  readonly bootstrap: string;
  readonly clock: Clock;
  /** Default: neither TLS nor a login. */
  readonly security?: Security | undefined;
  /** How long a connection may take to be made; default 5 s. */
  readonly connectTimeoutMs?: number | undefined;
  /** How long a broker may take to answer; default 10 s. */
  readonly requestTimeoutMs?: number | undefined;
  /** How long a call goes on trying when the cluster is away after it has been there; default 30 s. */
  readonly patienceMs?: number | undefined;
}

const PLAINTEXT: Security = { connection: {}, mechanism: undefined };

/** The Kafka port over `@platformatic/kafka`. Nothing is connected before the first call; dispose it to disconnect. */
export function connectKafka({ bootstrap, clock, ...options }: ConnectOptions): Kafka {
  const cluster = new Cluster({
    bootstrap: bootstrap.split(',').map((address) => library.parseBroker(address.trim())),
    clock,
    security: options.security ?? PLAINTEXT,
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    requestTimeoutMs: options.requestTimeoutMs ?? 10_000,
    patienceMs: options.patienceMs ?? 30_000,
  });
  const producer = new Producer(cluster, clock);
  const watches = new Set<TopicWatch>();
  return {
    bootstrap,
    describeCluster: async (signal) => {
      const { clusterId, brokers } = await cluster.persist(() => cluster.metadata([]), signal);
      return { clusterId, brokers: brokers.size };
    },
    listTopics: (signal) => listTopics(cluster, signal),
    offsets: (topics, at, signal) => readOffsets(cluster, topics, { at, signal }),
    watch: (watchOptions) => {
      const watch = new TopicWatch(watchOptions, { cluster, clock });
      watches.add(watch);
      const forget = (): boolean => watches.delete(watch);
      watch.done.then(forget, forget);
      return watch;
    },
    produce: (records, produceOptions) => producer.produce(records, produceOptions),
    createTopics: (topics, signal) => createTopics(cluster, topics, signal),
    deleteTopics: (names, signal) => deleteTopics(cluster, names, signal),
    describeGroups: (groups, signal) => describeGroups(cluster, groups, signal),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...watches].map((watch) => watch[Symbol.asyncDispose]()));
      await cluster[Symbol.asyncDispose]();
    },
  };
}
