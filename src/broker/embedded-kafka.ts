import { type Clock, sleep, systemClock } from '../base/clock.ts';
import type { Address } from './apis/request-context.ts';
import { Broker } from './broker.ts';
import { Connection, type Transport } from './connection.ts';
import { Dispatcher } from './dispatcher.ts';
import type { Faults } from './faults.ts';
import { Listener } from './listener.ts';
import type { SaslSetup } from './sasl/authentication.ts';
import type { Mechanism } from './sasl/credentials.ts';

/** Where an embedded Kafka is to listen. */
export interface ListenOptions {
  /** The address to listen on. Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string;
  /** Default: any free port. */
  readonly port?: number;
  /** The name that clients are told to connect to, when they cannot use `host`. */
  readonly advertisedHost?: string;
  /** The port that clients are told, when something between them and the broker has another one. */
  readonly advertisedPort?: number;
}

/** How an embedded Kafka is to be. */
export interface EmbeddedKafkaOptions extends ListenOptions {
  /** Partitions of topics that are created without a number. Default: 1. */
  readonly numPartitions?: number;
  /** Settings of the broker by Kafka's names, such as `auto.create.topics.enable`. */
  readonly config?: Readonly<Record<string, string>>;
  /** Records beyond so many bytes move to a temporary file, the oldest first. Default: 512 MiB. */
  readonly memoryLimitBytes?: number;
  /** Lets in only these users (name and password). Default: everybody. */
  readonly sasl?: {
    readonly users: Readonly<Record<string, string>>;
    /** Default: all three. */
    readonly mechanisms?: readonly Mechanism[];
  };
  readonly clock?: Clock;
}

/** A place that an embedded Kafka listens in. */
interface Place {
  /** What its clients are told to connect to. */
  readonly address: Address;
  /** How to listen there again. */
  readonly options: ListenOptions;
}

const DEFAULT_HOST = '127.0.0.1';
/** Addresses to listen on that nobody can connect to. */
const ANY_ADDRESS = new Set(['0.0.0.0', '::', '']);
const MECHANISMS: readonly Mechanism[] = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'];

/**
 * A Kafka broker inside this process, for tests: ready in milliseconds, gone with everything in it when it is disposed.
 * Any Kafka client of version 0.11 or newer can use it, from any process that reaches its address.
 */
export class EmbeddedKafka implements AsyncDisposable {
  readonly #broker: Broker;
  readonly #sasl: SaslSetup | undefined;
  readonly #dispatcher: Dispatcher;
  /** The places that it listens in, the first one first. */
  readonly #places: Place[] = [];
  readonly #listeners: Listener[] = [];

  private constructor(broker: Broker, sasl: SaslSetup | undefined) {
    this.#broker = broker;
    this.#sasl = sasl;
    this.#dispatcher = new Dispatcher(broker);
  }

  /**
   * Starts a broker and resolves when clients can connect.
   * @throws RunError KAFKA_PORT_TAKEN
   */
  static async start(options: EmbeddedKafkaOptions = {}): Promise<EmbeddedKafka> {
    const { clock = systemClock, memoryLimitBytes } = options;
    const broker = new Broker(clock, {
      settings: settingsOf(options),
      memoryLimitBytes,
      users: options.sasl?.users,
    });
    const kafka = new EmbeddedKafka(broker, saslOf(broker, options));
    try {
      await kafka.listen(options);
      return kafka;
    } catch (error) {
      await kafka[Symbol.asyncDispose]();
      throw error;
    }
  }

  get host(): string {
    return this.#address.host;
  }

  get port(): number {
    return this.#address.port;
  }

  /** What clients take as `bootstrap.servers`. */
  get bootstrap(): string {
    return renderAddress(this.#address);
  }

  /** Misbehaviour on demand. */
  get faults(): Faults {
    return this.#broker.faults;
  }

  /**
   * Listens in one more place, whose clients are told to come there again: containers, say, which find this machine by
   * another name. Resolves with what they take as `bootstrap.servers`.
   * @throws RunError KAFKA_PORT_TAKEN
   */
  async listen(options: ListenOptions): Promise<string> {
    const place = await this.#open(options);
    this.#places.push(place);
    const protocol = this.#sasl ? 'SASL_PLAINTEXT' : 'PLAINTEXT';
    this.#broker.advertise(this.#places.map(({ address }) => `${protocol}://${renderAddress(address)}`));
    return renderAddress(place.address);
  }

  /** Applies retention and compaction now, to all records, even those that Kafka would not touch yet. */
  cleanLogs(): void {
    this.#broker.cleaner.clean(true);
  }

  /** Closes all connections; clients that connect again are served. */
  closeConnections(): void {
    for (const listener of this.#listeners) listener.dropConnections();
  }

  /** Goes away for a while, and comes back in the same places with everything that it had. */
  async restart({ downMs = 0 }: { readonly downMs?: number } = {}): Promise<void> {
    await this.#close();
    await sleep(this.#broker.clock, downMs, new AbortController().signal);
    for (const { options } of this.#places) await this.#open(options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
    this.#broker[Symbol.dispose]();
  }

  get #address(): Address {
    return this.#places[0]?.address ?? { host: DEFAULT_HOST, port: -1 };
  }

  async #close(): Promise<void> {
    await Promise.all(this.#listeners.splice(0).map((listener) => listener[Symbol.asyncDispose]()));
  }

  async #open({ host = DEFAULT_HOST, port = 0, ...advertised }: ListenOptions): Promise<Place> {
    const reachableHost = advertised.advertisedHost ?? (ANY_ADDRESS.has(host) ? 'localhost' : host);
    const listener = await Listener.open(host, port, (transport) => this.#accept(transport, address));
    const address = { host: reachableHost, port: advertised.advertisedPort ?? listener.port };
    this.#listeners.push(listener);
    return { address, options: { host, ...advertised, port: listener.port } };
  }

  #accept(transport: Transport, brokerAddress: Address): Connection {
    const { configuration, clock } = this.#broker;
    const limits = {
      maxFrameBytes: configuration.number('socket.request.max.bytes'),
      idleMs: configuration.number('connections.max.idle.ms'),
    };
    const options = { clock, limits, brokerAddress, sasl: this.#sasl, onBug };
    return new Connection(this.#dispatcher, transport, options);
  }
}

function onBug(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error), 'EmbeddedKafkaBug');
}

function renderAddress({ host, port }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function saslOf(
  { configuration, credentials }: Broker,
  { sasl }: EmbeddedKafkaOptions,
): SaslSetup | undefined {
  if (!sasl) return undefined;
  const sessionMs = configuration.number('connections.max.reauth.ms');
  return { mechanisms: sasl.mechanisms ?? MECHANISMS, credentials, sessionMs };
}

function settingsOf({ numPartitions, config = {} }: EmbeddedKafkaOptions): ReadonlyMap<string, string> {
  const settings = new Map(Object.entries(config));
  if (numPartitions !== undefined) settings.set('num.partitions', String(numPartitions));
  return settings;
}
