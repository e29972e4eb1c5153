import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedApi } from '../../src/broker/apis/define-api.ts';
import type { DraftOf, Fields, ValueOf } from '../../src/broker/wire/field.ts';
import { batchSize, readBatchHeader } from '../../src/broker/wire/record-batch.ts';
import { readRecords } from '../../src/broker/wire/records.ts';
import { WireConnection } from '../support/wire-connection.ts';

/** Errors that say "soon": which broker says so how often is not compared. */
const PASSING_ERRORS = new Set([6, 14, 15, 16, 19, 51]);

/** One of the two brokers, with the ids that it gave for the names of a sequence. */
export class World implements AsyncDisposable {
  readonly #bootstrap: string;
  readonly #connections = new Map<string, Promise<WireConnection>>();
  /** Id by name, and name by id (as text). */
  readonly #ids = new Map<string, unknown>();
  readonly #names = new Map<string, string>();

  constructor(bootstrap: string) {
    this.#bootstrap = bootstrap;
  }

  /** Asks on a connection of its own for each `lane`, for requests that wait for others; again while the broker says "soon". */
  async ask<Q extends Fields, R extends Fields>(
    api: TypedApi<Q, R>,
    version: number,
    request: DraftOf<Q>,
    lane = 'main',
  ): Promise<ValueOf<R>> {
    const connection = await this.#connectionOf(lane);
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await connection.ask(api, version, request);
      if (!hasPassingError(answer) || Date.now() > deadline) return answer;
      await sleep(10);
    }
  }

  /** Remembers what this broker calls something. */
  learn(name: string, id: unknown): void {
    this.#ids.set(name, id);
    // An epoch or a generation is a plain number, and the first producer of a broker may have the same for its id.
    const isId = (typeof id === 'string' && id !== '') || (typeof id === 'bigint' && id !== -1n);
    if (isId) this.#names.set(String(id), name);
  }

  /** What this broker calls something; `otherwise` when it gave no id. */
  idOf<T>(name: string, otherwise: T): T {
    return this.#ids.has(name) ? (this.#ids.get(name) as T) : otherwise; // learned for this name: of its type
  }

  /** The id of a topic; one that no topic has for those that are missing. */
  topicId(name: string): string {
    return this.idOf(`topic ${name}`, UNKNOWN_TOPIC_ID);
  }

  /** An answer without what may differ: ids become names, texts of errors only say whether there is one. */
  comparable(value: unknown): unknown {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
    if (typeof value === 'bigint') return this.#names.get(String(value)) ?? `${value}n`;
    if (typeof value === 'string') return this.#names.get(value) ?? value;
    if (Array.isArray(value)) return value.map((each) => this.comparable(each));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([key]) => !NOT_COMPARED.has(key));
    return Object.fromEntries(entries.map(([key, each]) => [key, this.#comparableField(key, each)]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const connection of this.#connections.values()) await (await connection)[Symbol.asyncDispose]();
  }

  #comparableField(key: string, value: unknown): unknown {
    if (key === 'records' && value instanceof Uint8Array) return this.#batches(Buffer.from(value));
    if (key.endsWith('rrorMessage')) return value === null ? null : 'some text';
    // Small ids could be mistaken for offsets: only a field that is an id is looked up.
    if (typeof value === 'bigint' && key !== 'producerId') return value > PLANNED_MS ? 'now' : `${value}n`;
    return this.comparable(value);
  }

  /** The whole batches of a fetch; Kafka may send a part of one more. */
  #batches(records: Buffer): unknown[] {
    const batches: unknown[] = [];
    for (let at = 0; at + 61 <= records.length && at + batchSize(records, at) <= records.length; ) {
      const batch = records.subarray(at, at + batchSize(records, at));
      const header = readBatchHeader(batch);
      const isControl = (header.attributes & 0b10_0000) !== 0;
      batches.push({
        ...(this.comparable(header) as object),
        ...(isControl ? { baseTimestamp: 0, maxTimestamp: 0 } : {}),
        baseOffset: `${header.baseOffset}n`,
        records: readRecords(batch).map(({ key, value }) =>
          this.comparable(isControl ? [key] : [key, value]),
        ),
      });
      at += batch.length;
    }
    return batches;
  }

  #connectionOf(lane: string): Promise<WireConnection> {
    const known = this.#connections.get(lane);
    if (known) return known;
    const opened = WireConnection.open(this.#bootstrap);
    this.#connections.set(lane, opened);
    return opened;
  }
}

/** The times of planned records are before this one; later ones are the broker's own. */
const PLANNED_MS = 1_750_000_000_000n;

/** Not the id of any topic. */
const UNKNOWN_TOPIC_ID = Buffer.alloc(16, 7).toString('base64url');

/** Who and where the broker is, and when things happened there. */
const NOT_COMPARED = new Set([
  'throttleTimeMs',
  'clientHost',
  'currentLeader',
  'nodeEndpoints',
  'topicId',
  'leaderId',
  'replicaNodes',
  'isrNodes',
  'brokers',
  'clusterId',
  'controllerId',
  'logDir',
  'totalBytes',
  'usableBytes',
  'offsetForLeaderEpoch',
]);

function hasPassingError(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || answer instanceof Uint8Array) return false;
  return Object.entries(answer).some(([key, value]) =>
    key.endsWith('rrorCode') ? PASSING_ERRORS.has(value) : hasPassingError(value),
  );
}
