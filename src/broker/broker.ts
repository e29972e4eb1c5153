import { randomBytes } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import { ClientQuotas } from './client-quotas.ts';
import { brokerSettings } from './config/broker-settings.ts';
import { Configuration } from './config/configuration.ts';
import { GroupConfigurations } from './config/group-settings.ts';
import { Faults } from './faults.ts';
import { FetchSessions } from './fetch-sessions.ts';
import { GroupCoordinator } from './groups/group-coordinator.ts';
import { LogCleaner } from './log/log-cleaner.ts';
import { LogMemory } from './log/log-memory.ts';
import { Credentials } from './sasl/credentials.ts';
import { type Topic, Topics } from './topics.ts';
import { TransactionCoordinator } from './transactions/transaction-coordinator.ts';

/** How a broker is to be. */
export interface BrokerOptions {
  /** By Kafka's names. */
  readonly settings?: ReadonlyMap<string, string>;
  readonly memoryLimitBytes?: number | undefined;
  /** Password by user name. */
  readonly users?: Readonly<Record<string, string>> | undefined;
}

/** Records in memory; beyond that, they are in a temporary file. */
const DEFAULT_MEMORY_BYTES = 512 * 1024 * 1024;

/** All state of the broker. Nothing here knows of sockets; it changes only between awaits, so there are no locks. */
export class Broker implements Disposable {
  readonly clock: Clock;
  readonly clusterId = randomBytes(16).toString('base64url');
  /** Where the records are, for those who ask: in memory. */
  readonly logDirectory = 'memory';
  readonly configuration: Configuration;
  readonly #started: Configuration;
  readonly groupConfigurations: GroupConfigurations;
  readonly topics: Topics;
  readonly groups: GroupCoordinator;
  readonly transactions: TransactionCoordinator;
  readonly cleaner: LogCleaner;
  readonly faults: Faults;
  readonly fetchSessions = new FetchSessions();
  readonly quotas = new ClientQuotas();
  readonly credentials: Credentials;
  readonly #memory: LogMemory;

  constructor(clock: Clock, options: BrokerOptions = {}) {
    const { settings = new Map(), memoryLimitBytes = DEFAULT_MEMORY_BYTES, users = {} } = options;
    this.credentials = new Credentials(users);
    this.#memory = new LogMemory(memoryLimitBytes);
    this.faults = new Faults((topic) => {
      for (const log of this.topics.named(topic)?.partitions ?? []) log.wake();
    });
    this.clock = clock;
    this.#started = new Configuration('staticBroker', brokerSettings).replace(settings);
    this.configuration = new Configuration('dynamicBroker', brokerSettings, this.#started);
    this.groupConfigurations = new GroupConfigurations(this.configuration);
    this.topics = new Topics(this.configuration, this.#memory);
    this.groups = new GroupCoordinator(this);
    this.transactions = new TransactionCoordinator(this);
    this.cleaner = new LogCleaner(this);
  }

  get nodeId(): number {
    return this.configuration.number('node.id');
  }

  /** Says in its settings where clients find it, as `PLAINTEXT://host:port` and so on. */
  advertise(listeners: readonly string[]): void {
    this.#started.replace(new Map([...this.#started.own, ['advertised.listeners', listeners.join(',')]]));
  }

  /** Epoch milliseconds, whole. */
  nowMs(): number {
    return Math.floor(this.clock.wallMs());
  }

  /** Deletes a topic with its records and the offsets that groups have committed in it. */
  deleteTopic(topic: Topic): void {
    this.topics.delete(topic);
    this.groups.topicDeleted(topic.name);
  }

  [Symbol.dispose](): void {
    this.groups.close();
    this.transactions.close();
    this.cleaner[Symbol.dispose]();
    this.#memory[Symbol.dispose]();
  }
}
