import { isIP } from 'node:net';
import * as library from '@platformatic/kafka';
import type { Clock } from '../base/clock.ts';
import { RunError } from '../base/errors.ts';
import { type Attempt, classifyError } from './classify-error.ts';
import type { ProtocolCall } from './protocol-call.ts';

/** Address of a broker. */
export type Broker = library.Broker;

/** What all lanes of a cluster share. */
export interface LaneSettings {
  readonly clock: Clock;
  /** Time limits, TLS and SASL, as the client library wants them. */
  readonly connection: library.ConnectionOptions;
  /** What to say of an address in an error. */
  readonly describe: (address: string) => Attempt;
  /** Called when a broker has answered. */
  readonly onAnswer: () => void;
  /** Versions that each broker speaks, by address and key of the call; filled by the lanes. */
  readonly versions: Map<string, ReadonlyMap<number, VersionRange>>;
}

interface VersionRange {
  readonly minVersion: number;
  readonly maxVersion: number;
}

/** A broker's answer, with errors inside it left to the caller. */
export interface Answer<Response> {
  readonly response: Response;
  /** Version of the call that was chosen. */
  readonly version: number;
  /** Monotonic milliseconds, when the response was whole, before it was decoded. */
  readonly arrivedAtMs: number;
}

const CLIENT_ID = 'flowproof';

/**
 * Connections to the brokers of a cluster, one each. Requests to one broker are answered in order, so whoever waits long
 * for an answer needs a lane of his own.
 */
export class Lane implements AsyncDisposable {
  readonly #settings: LaneSettings;
  readonly #pools: Readonly<Record<'named' | 'numbered', library.ConnectionPool>>;
  readonly #lastError = new WeakMap<library.Connection, Error>();
  readonly #lastDataAtMs = new WeakMap<library.Connection, number>();

  constructor(settings: LaneSettings) {
    this.#settings = settings;
    // TLS wants the name of the server, and no address may stand for one (RFC 6066 §3).
    this.#pools = { named: this.#createPool({ tlsServerName: true }), numbered: this.#createPool({}) };
  }

  /**
   * Sends a request in the newest version that both sides speak.
   *
   * @param argumentsFor the arguments, which may depend on the version
   * @throws RunError KAFKA_* when there is no answer
   */
  async call<Arguments extends unknown[] | [], Response>(
    broker: Broker,
    call: ProtocolCall<Arguments, Response>,
    argumentsFor: (version: number) => NoInfer<Arguments>,
  ): Promise<Answer<Response>> {
    return this.#use(broker, async (connection, versions) => {
      const api = chooseVersion(call, versions, addressOf(broker));
      const response = await answerOf(api.async(connection, ...argumentsFor(api.version)));
      const arrivedAtMs = this.#lastDataAtMs.get(connection) ?? this.#settings.clock.nowMs();
      return { response, version: api.version, arrivedAtMs };
    });
  }

  /** Whether a broker knows a call at all. @throws RunError KAFKA_* when there is no answer */
  async offers<Arguments extends unknown[] | [], Response>(
    broker: Broker,
    call: ProtocolCall<Arguments, Response>,
  ): Promise<boolean> {
    return this.#use(broker, async (_, versions) => versions.has(call.key));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(Object.values(this.#pools).map((pool) => pool.close()));
  }

  #createPool(naming: Pick<library.ConnectionOptions, 'tlsServerName'>): library.ConnectionPool {
    const { connection: options, clock } = this.#settings;
    const pool = new library.ConnectionPool(CLIENT_ID, { ...options, ...naming });
    // An error event that nobody listens to would end the process, and the library listens for the first one only.
    pool.on('connecting', ({ connection }) =>
      connection.on('error', (error) => this.#lastError.set(connection, error)),
    );
    pool.on('connect', ({ connection }) =>
      connection.socket.prependListener('data', () => this.#lastDataAtMs.set(connection, clock.nowMs())),
    );
    return pool;
  }

  async #use<T>(
    broker: Broker,
    action: (connection: library.Connection, versions: ReadonlyMap<number, VersionRange>) => Promise<T>,
  ): Promise<T> {
    const address = addressOf(broker);
    let connection: library.Connection | undefined;
    try {
      connection = await this.#pools[isIP(broker.host) === 0 ? 'named' : 'numbered'].get(broker);
      const result = await action(connection, await this.#versionsOf(connection, address));
      this.#settings.onAnswer();
      return result;
    } catch (error) {
      // The request only knows that its connection is gone; why, the connection knows.
      const reason = connection && this.#lastError.get(connection);
      const cause = reason ? new AggregateError([reason, error], 'connection lost') : error;
      throw classifyError(cause, this.#settings.describe(address));
    }
  }

  async #versionsOf(
    connection: library.Connection,
    address: string,
  ): Promise<ReadonlyMap<number, VersionRange>> {
    const { versions } = this.#settings;
    const known = versions.get(address);
    if (known) return known;
    const { apiKeys } = await askVersions(connection);
    const found = new Map(apiKeys.map((range) => [range.apiKey, range]));
    versions.set(address, found);
    return found;
  }
}

/** `host:port`, with brackets around an IPv6 address. */
export function addressOf({ host, port }: Broker): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Every broker answers version 0, and those since 2019 version 3, which says who asks. */
async function askVersions(
  connection: library.Connection,
): Promise<Pick<library.apiVersionsV3.ApiVersionsResponse, 'apiKeys'>> {
  try {
    return await library.apiVersionsV3.api.async(connection, CLIENT_ID, '1');
  } catch (error) {
    if (!(error instanceof library.ResponseError) || !error.findBy('apiId', 'UNSUPPORTED_VERSION'))
      throw error;
    return library.apiVersionsV0.api.async(connection, CLIENT_ID, '1');
  }
}

function chooseVersion<Arguments extends unknown[] | [], Response>(
  call: ProtocolCall<Arguments, Response>,
  versions: ReadonlyMap<number, VersionRange>,
  address: string,
): library.API<Arguments, Response> {
  const range = versions.get(call.key);
  const api = call.versions.find(
    ({ version }) => range && version >= range.minVersion && version <= range.maxVersion,
  );
  if (api) return api;
  const offered = range ? `offers versions ${range.minVersion} to ${range.maxVersion}` : 'does not offer it';
  throw new RunError(
    'KAFKA_PROTOCOL',
    `${address} and flowproof share no version of the call "${call.name}": it ${offered}`,
  );
}

/** A response with errors in it is an answer like any other: what they mean is for the caller to say. */
async function answerOf<Response>(promise: Promise<Response>): Promise<Response> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof library.ResponseError && error.response) return error.response as Response;
    throw error;
  }
}
