import { randomInt } from 'node:crypto';
import { errorCodes, type Refusal, refuse } from './error-codes.ts';
import type { FetchedPartition, PartitionWish } from './fetch-partitions.ts';
import { NO_ID } from './wire/primitives.ts';

/** What a Fetch request says of its session (KIP-227). */
export interface SessionRequest {
  readonly sessionId: number;
  readonly sessionEpoch: number;
  readonly wishes: readonly PartitionWish[];
  readonly forgotten: readonly Pick<PartitionWish, 'topic' | 'topicId' | 'partition'>[];
}

/** What is to be fetched, and what of it is to be told. */
export interface OpenedFetch {
  /** 0: there is no session. */
  readonly sessionId: number;
  readonly wishes: readonly PartitionWish[];
  /** Leaves out what the client knows already. */
  tell(fetched: readonly FetchedPartition[]): readonly FetchedPartition[];
}

const NO_SESSION = 0;
/** Epochs of requests that are whole: one that wants a session for the next ones, and one that wants none. */
const BEGINS = 0;
const WANTS_NONE = -1;
/** As Kafka's max.incremental.fetch.session.cache.slots. */
const MAX_SESSIONS = 1_000;
const MAX_EPOCH = 2 ** 31 - 1;

/** Remembers what consumers fetch, so that they need not repeat it, and what they know, so that it is not repeated to them. */
export class FetchSessions {
  /** The one that was used last comes last. */
  readonly #sessions = new Map<number, FetchSession>();

  /** Finds, begins or ends the session of a request; without one, it is taken for itself. */
  open(request: SessionRequest): OpenedFetch | Refusal {
    const { sessionId, sessionEpoch, wishes } = request;
    if (sessionEpoch !== BEGINS && sessionEpoch !== WANTS_NONE) return this.#goOn(request);
    this.#sessions.delete(sessionId);
    if (sessionEpoch === WANTS_NONE || wishes.length === 0)
      return { sessionId: NO_SESSION, wishes, tell: (fetched) => fetched };
    return this.#begin(wishes);
  }

  #begin(wishes: readonly PartitionWish[]): OpenedFetch {
    const session = new FetchSession(wishes);
    let id = NO_SESSION;
    while (id === NO_SESSION || this.#sessions.has(id)) id = randomInt(1, MAX_EPOCH);
    const [longestUnused] = this.#sessions.keys();
    if (this.#sessions.size >= MAX_SESSIONS && longestUnused !== undefined)
      this.#sessions.delete(longestUnused);
    this.#sessions.set(id, session);
    return {
      sessionId: id,
      wishes: session.wishes,
      tell(fetched) {
        session.news(fetched);
        return fetched;
      },
    };
  }

  #goOn(request: SessionRequest): OpenedFetch | Refusal {
    const { sessionId, sessionEpoch } = request;
    const session = this.#sessions.get(sessionId);
    if (!session) return refuse(errorCodes.FETCH_SESSION_ID_NOT_FOUND, '');
    if (session.epoch !== sessionEpoch) return refuse(errorCodes.INVALID_FETCH_SESSION_EPOCH, '');
    if (!session.usesSameNames(request)) return refuse(errorCodes.FETCH_SESSION_TOPIC_ID_ERROR, '');
    session.update(request);
    this.#sessions.delete(sessionId);
    const { wishes } = session;
    if (wishes.length === 0) return { sessionId: NO_SESSION, wishes, tell: (fetched) => fetched };
    this.#sessions.set(sessionId, session);
    return { sessionId, wishes, tell: (fetched) => session.news(fetched) };
  }
}

/** What one consumer fetches, and what it was told last of each partition. */
class FetchSession {
  readonly #wishes = new Map<string, PartitionWish>();
  readonly #told = new Map<string, { readonly highWatermark: bigint; readonly logStartOffset: bigint }>();
  readonly #usesIds: boolean;
  epoch = 1;

  constructor(wishes: readonly PartitionWish[]) {
    for (const wish of wishes) this.#wishes.set(keyOf(wish), wish);
    this.#usesIds = wishes.some(({ topicId }) => topicId !== NO_ID);
  }

  /** In the order of turns: those that had records last time come last. */
  get wishes(): readonly PartitionWish[] {
    return [...this.#wishes.values()];
  }

  /** Whether a request names topics as the first one did. */
  usesSameNames({ wishes, forgotten }: SessionRequest): boolean {
    return [...wishes, ...forgotten].every(({ topicId }) => (topicId !== NO_ID) === this.#usesIds);
  }

  update({ wishes, forgotten }: SessionRequest): void {
    for (const wish of wishes) this.#wishes.set(keyOf(wish), wish);
    for (const place of forgotten) {
      this.#wishes.delete(keyOf(place));
      this.#told.delete(keyOf(place));
    }
    this.epoch = this.epoch === MAX_EPOCH ? 1 : this.epoch + 1;
  }

  /** The partitions with records, errors or offsets that the client does not know. */
  news(fetched: readonly FetchedPartition[]): readonly FetchedPartition[] {
    return fetched.filter((each) => {
      const key = keyOf({ ...each, partition: each.partitionIndex });
      const { errorCode, highWatermark, logStartOffset, sizeBytes } = each;
      const told = this.#told.get(key);
      this.#told.set(key, { highWatermark, logStartOffset });
      if (sizeBytes > 0) this.#takeTurn(key);
      const hasMoved = told?.highWatermark !== highWatermark || told.logStartOffset !== logStartOffset;
      return hasMoved || sizeBytes > 0 || errorCode !== errorCodes.NONE;
    });
  }

  #takeTurn(key: string): void {
    const wish = this.#wishes.get(key);
    if (!wish) return;
    this.#wishes.delete(key);
    this.#wishes.set(key, wish);
  }
}

function keyOf({
  topic,
  topicId,
  partition,
}: Pick<PartitionWish, 'topic' | 'topicId' | 'partition'>): string {
  return `${topicId} ${topic} ${partition}`;
}
