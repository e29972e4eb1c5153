import type { Clock } from '../base/clock.ts';
import { RunError } from '../base/errors.ts';
import { type Answer, addressOf, type Broker, Lane, type LaneSettings } from './lane.ts';
import { mayPass, persist } from './persist.ts';
import { metadata as metadataCall, type ProtocolCall } from './protocol-call.ts';
import { errorName, isPassing, protocolError } from './protocol-error.ts';
import type { Security } from './security/security.ts';

export interface ClusterOptions {
  readonly bootstrap: readonly Broker[];
  readonly clock: Clock;
  readonly security: Security;
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** How long calls go on trying when a cluster that has answered before does not. */
  readonly patienceMs: number;
}

/** A topic as the brokers know it. */
export interface TopicMetadata {
  readonly name: string;
  /** Another one when a topic is deleted and created again; empty where brokers are too old to tell. */
  readonly id: string;
  readonly isInternal: boolean;
  /** Leader of each partition (index = partition); undefined while there is none. */
  readonly leaders: readonly (number | undefined)[];
}

export interface Metadata {
  readonly clusterId: string | null;
  readonly brokers: ReadonlyMap<number, Broker>;
  /** Those that exist of the topics asked for. */
  readonly topics: ReadonlyMap<string, TopicMetadata>;
}

const NO_TOPIC_ID = '00000000-0000-0000-0000-000000000000';

/** The brokers of a cluster: finds them from the bootstrap addresses, knows who leads what, and asks them. */
export class Cluster implements AsyncDisposable {
  readonly #options: ClusterOptions;
  readonly #lane: Lane;
  readonly #laneSettings: LaneSettings;
  #brokers: ReadonlyMap<number, Broker> = new Map();
  #hasAnswered = false;

  constructor(options: ClusterOptions) {
    this.#options = options;
    const { clock, security, connectTimeoutMs, requestTimeoutMs, bootstrap } = options;
    const given = new Set(bootstrap.map(addressOf));
    this.#laneSettings = {
      clock,
      connection: {
        ...security.connection,
        connectTimeout: connectTimeoutMs,
        requestTimeout: requestTimeoutMs,
      },
      describe: (address) => ({
        address,
        usesTls: security.connection.tls !== undefined,
        mechanism: security.mechanism,
        hasAnswered: this.#hasAnswered,
        isAdvertised: !given.has(address),
      }),
      onAnswer: () => {
        this.#hasAnswered = true;
      },
      versions: new Map(),
    };
    this.#lane = this.createLane();
  }

  /** More connections, for someone who waits long for answers. To be disposed by the caller. */
  createLane(): Lane {
    return new Lane(this.#laneSettings);
  }

  /** Address of a broker. @throws RunError KAFKA_UNREACHABLE when the latest metadata do not list it */
  broker(nodeId: number): Broker {
    const broker = this.#brokers.get(nodeId);
    if (!broker) throw new RunError('KAFKA_UNREACHABLE', `broker ${nodeId} is not there at the moment`);
    return broker;
  }

  /** Repeats what may work a moment later. The first contact has one try: what is wrong then is in the settings. */
  persist<T>(operation: () => Promise<T>, signal: AbortSignal, isWorthRetrying = mayPass): Promise<T> {
    const { clock, patienceMs } = this.#options;
    const timeoutMs = (): number => (this.#hasAnswered ? patienceMs : 0);
    return persist(operation, { clock, signal, timeoutMs, isWorthRetrying });
  }

  /** Asks one broker. @throws RunError KAFKA_* */
  async call<Arguments extends unknown[] | [], Response>(
    nodeId: number,
    call: ProtocolCall<Arguments, Response>,
    argumentsFor: (version: number) => NoInfer<Arguments>,
  ): Promise<Answer<Response>> {
    return this.#lane.call(this.broker(nodeId), call, argumentsFor);
  }

  /** Whether a broker knows a call at all. @throws RunError KAFKA_* */
  async offers<Arguments extends unknown[] | [], Response>(
    nodeId: number,
    call: ProtocolCall<Arguments, Response>,
  ): Promise<boolean> {
    return this.#lane.offers(this.broker(nodeId), call);
  }

  /** Asks the first broker that answers: one that is known, or of the bootstrap addresses. @throws RunError KAFKA_* */
  async callAny<Arguments extends unknown[] | [], Response>(
    call: ProtocolCall<Arguments, Response>,
    argumentsFor: (version: number) => NoInfer<Arguments>,
  ): Promise<Answer<Response>> {
    const brokers = new Map(
      [...this.#brokers.values(), ...this.#options.bootstrap].map((broker) => [addressOf(broker), broker]),
    );
    const failures: RunError[] = [];
    for (const broker of brokers.values()) {
      try {
        return await this.#lane.call(broker, call, argumentsFor);
      } catch (cause) {
        if (!(cause instanceof RunError) || !mayPass(cause)) throw cause;
        failures.push(cause);
      }
    }
    throw unreachable(failures, [...brokers.keys()]);
  }

  /**
   * Asks for the brokers and some topics; creates none.
   * @throws RunError KAFKA_DENIED, KAFKA_UNKNOWN_TOPIC for a name that can be none
   */
  async metadata(topics: readonly string[] | 'all'): Promise<Metadata> {
    const asked = topics === 'all' ? null : [...topics];
    const { response } = await this.callAny(metadataCall, () => [asked, false, false]);
    this.#brokers = new Map(response.brokers.map(({ nodeId, host, port }) => [nodeId, { host, port }]));
    const found = response.topics.flatMap(({ errorCode, name, topicId, isInternal, partitions }) => {
      if (!name || !exists(name, errorCode)) return [];
      const leaders = Array.from({ length: partitions.length }, (): number | undefined => undefined);
      for (const { partitionIndex, leaderId } of partitions) {
        if (leaderId >= 0) leaders[partitionIndex] = leaderId;
      }
      return [{ name, id: topicId === NO_TOPIC_ID ? '' : (topicId ?? ''), isInternal, leaders }];
    });
    return {
      clusterId: response.clusterId ?? null,
      brokers: this.#brokers,
      topics: new Map(found.map((topic) => [topic.name, topic])),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#lane[Symbol.asyncDispose]();
  }
}

/** Whether the metadata of a topic mean that it is there, perhaps without leaders yet. */
function exists(name: string, errorCode: number): boolean {
  if (errorCode === 0 || isPassing(errorCode)) return true;
  if (errorName(errorCode) === 'UNKNOWN_TOPIC_OR_PARTITION') return false;
  throw protocolError(`topic "${name}"`, errorCode);
}

function unreachable(failures: readonly RunError[], addresses: readonly string[]): RunError {
  const [first] = failures;
  if (first && failures.length === 1) return first;
  return new RunError(
    'KAFKA_UNREACHABLE',
    `none of ${addresses.join(', ')} can be reached: ${first?.message ?? 'no address given'}`,
    { hint: first?.hint, cause: first },
  );
}
