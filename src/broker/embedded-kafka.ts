import { type Clock, systemClock } from '../base/clock.ts';
import { Broker } from './broker.ts';
import { Connection } from './connection.ts';
import { Dispatcher } from './dispatcher.ts';
import { type Accept, Listener } from './listener.ts';

/** How an embedded Kafka is to be. */
export interface EmbeddedKafkaOptions {
  /** The address to listen on. Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string;
  /** Default: any free port. */
  readonly port?: number;
  /** The name that clients are told to connect to, when they cannot use `host`. */
  readonly advertisedHost?: string;
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
  readonly host: string;
  readonly port: number;
  readonly #broker: Broker;
  readonly #listener: Listener;

  private constructor(broker: Broker, listener: Listener) {
    this.host = broker.address.host;
    this.port = broker.address.port;
    this.#broker = broker;
    this.#listener = listener;
  }

  /**
   * Starts a broker and resolves when clients can connect.
   * @throws RunError KAFKA_PORT_TAKEN
   */
  static async start(options: EmbeddedKafkaOptions = {}): Promise<EmbeddedKafka> {
    const { host = DEFAULT_HOST, port = 0, clock = systemClock } = options;
    const broker = new Broker(clock, settingsOf(options));
    const listener = await Listener.open(host, port, acceptFor(broker, clock));
    const reachableHost = options.advertisedHost ?? (ANY_ADDRESS.has(host) ? 'localhost' : host);
    broker.listensAt({ host: reachableHost, port: listener.port });
    return new EmbeddedKafka(broker, listener);
  }

  /** What clients take as `bootstrap.servers`. */
  get bootstrap(): string {
    return `${this.host.includes(':') ? `[${this.host}]` : this.host}:${this.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#broker[Symbol.dispose]();
    await this.#listener[Symbol.asyncDispose]();
  }
}

function acceptFor(broker: Broker, clock: Clock): Accept {
  const dispatcher = new Dispatcher(broker);
  const limits = {
    maxFrameBytes: broker.configuration.number('socket.request.max.bytes'),
    idleMs: broker.configuration.number('connections.max.idle.ms'),
  };
  const onBug = (error: unknown): void => {
    process.emitWarning(error instanceof Error ? error : String(error), 'EmbeddedKafkaBug');
  };
  return (transport) => new Connection(dispatcher, transport, { clock, limits, onBug });
}

function settingsOf({ numPartitions, config = {} }: EmbeddedKafkaOptions): ReadonlyMap<string, string> {
  const settings = new Map(Object.entries(config));
  if (numPartitions !== undefined) settings.set('num.partitions', String(numPartitions));
  return settings;
}
