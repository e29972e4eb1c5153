import { type Clock } from '../base/clock.js';
import type { Faults } from './faults.js';
import type { Mechanism } from './sasl/credentials.js';
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
/**
 * A Kafka broker inside this process, for tests: ready in milliseconds, gone with everything in it when it is disposed.
 * Any Kafka client of version 0.11 or newer can use it, from any process that reaches its address.
 */
export declare class EmbeddedKafka implements AsyncDisposable {
    #private;
    private constructor();
    /**
     * Starts a broker and resolves when clients can connect.
     * @throws RunError KAFKA_PORT_TAKEN
     */
    static start(options?: EmbeddedKafkaOptions): Promise<EmbeddedKafka>;
    get host(): string;
    get port(): number;
    /** What clients take as `bootstrap.servers`. */
    get bootstrap(): string;
    /** Misbehaviour on demand. */
    get faults(): Faults;
    /**
     * Listens in one more place, whose clients are told to come there again: containers, say, which find this machine by
     * another name. Resolves with what they take as `bootstrap.servers`.
     * @throws RunError KAFKA_PORT_TAKEN
     */
    listen(options: ListenOptions): Promise<string>;
    /** Applies retention and compaction now, to all records, even those that Kafka would not touch yet. */
    cleanLogs(): void;
    /** Closes all connections; clients that connect again are served. */
    closeConnections(): void;
    /** Goes away for a while, and comes back in the same places with everything that it had. */
    restart({ downMs }?: {
        readonly downMs?: number;
    }): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
