import { type Clock, systemClock } from '../base/clock.ts';
import type { Address } from './apis/request-context.ts';
import { Broker } from './broker.ts';
import { Connection, type Transport } from './connection.ts';
import { Dispatcher } from './dispatcher.ts';
import { Listener } from './listener.ts';

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
  readonly clock?: Clock;
}

const DEFAULT_HOST = '127.0.0.1';
/** Addresses to listen on that nobody can connect to. */
const ANY_ADDRESS = new Set(['0.0.0.0', '::', '']);

/**
 * A Kafka broker inside this process, for tests: ready in milliseconds, gone with everything in it when it is disposed.
 * Any Kafka client of version 0.11 or newer can use it, from any process that reaches its address.
 */
export class EmbeddedKafka implements AsyncDisposable {
  readonly #broker: Broker;
  readonly #clock: Clock;
  readonly #dispatcher: Dispatcher;
  readonly #listeners: Listener[] = [];
  #address: Address = { host: DEFAULT_HOST, port: -1 };

  private constructor(broker: Broker, clock: Clock) {
    this.#broker = broker;
    this.#clock = clock;
    this.#dispatcher = new Dispatcher(broker);
  }

  /**
   * Starts a broker and resolves when clients can connect.
   * @throws RunError KAFKA_PORT_TAKEN
   */
  static async start(options: EmbeddedKafkaOptions = {}): Promise<EmbeddedKafka> {
    const { clock = systemClock } = options;
    const kafka = new EmbeddedKafka(new Broker(clock, settingsOf(options)), clock);
    kafka.#address = await kafka.#open(options);
    return kafka;
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

  /**
   * Listens in one more place, whose clients are told to come there again: containers, say, which find this machine by
   * another name. Resolves with what they take as `bootstrap.servers`.
   * @throws RunError KAFKA_PORT_TAKEN
   */
  async listen(place: ListenOptions): Promise<string> {
    return renderAddress(await this.#open(place));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#broker[Symbol.dispose]();
    await Promise.all(this.#listeners.map((listener) => listener[Symbol.asyncDispose]()));
  }

  async #open({ host = DEFAULT_HOST, port = 0, ...advertised }: ListenOptions): Promise<Address> {
    const reachableHost = advertised.advertisedHost ?? (ANY_ADDRESS.has(host) ? 'localhost' : host);
    const listener = await Listener.open(host, port, (transport) => this.#accept(transport, address));
    const address = { host: reachableHost, port: advertised.advertisedPort ?? listener.port };
    this.#listeners.push(listener);
    return address;
  }

  #accept(transport: Transport, brokerAddress: Address): Connection {
    const { configuration } = this.#broker;
    const limits = {
      maxFrameBytes: configuration.number('socket.request.max.bytes'),
      idleMs: configuration.number('connections.max.idle.ms'),
    };
    return new Connection(this.#dispatcher, transport, { clock: this.#clock, limits, brokerAddress, onBug });
  }
}

function onBug(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error), 'EmbeddedKafkaBug');
}

function renderAddress({ host, port }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function settingsOf({ numPartitions, config = {} }: EmbeddedKafkaOptions): ReadonlyMap<string, string> {
  const settings = new Map(Object.entries(config));
  if (numPartitions !== undefined) settings.set('num.partitions', String(numPartitions));
  return settings;
}
