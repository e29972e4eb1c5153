import type { FetchedRecords } from '../../kafka/port.ts';
import { FetchStore, type KeptFetch } from './fetch-store.ts';
import type { Incoming } from './incoming.ts';
import { selects, type TopicSelector } from './topic-selector.ts';

/** Is called with each fetch as it arrives, in order of arrival; it takes the records, or drops them, when it comes to them. */
export type TapeListener = (incoming: Incoming) => void;

/**
 * What a scenario's watch has seen since the scenario started. Records of a topic are kept while there is a task that has
 * yet to read it, so that one that starts late still sees them, with the moment of their arrival.
 */
export class RecordTape implements Disposable {
  #kept: { readonly fetch: KeptFetch; readonly own: Incoming }[] = [];
  readonly #store: FetchStore;
  readonly #readersToCome: Set<TopicSelector>;
  readonly #listeners = new Set<{ readonly topics: TopicSelector; readonly listener: TapeListener }>();

  /** @param readers of each task that will read; the same objects subscribe and are released */
  constructor(readers: readonly TopicSelector[], store: FetchStore = new FetchStore()) {
    this.#readersToCome = new Set(readers);
    this.#store = store;
  }

  /** Takes a fetch from the watch. */
  append(fetched: FetchedRecords): void {
    const listeners = [...this.#listeners].filter(({ topics }) => selects(topics, fetched.topic));
    const isToCome = this.#isToCome(fetched.topic);
    if (!isToCome && listeners.length === 0) return;
    const fetch = this.#store.keep(fetched);
    if (isToCome) this.#kept.push({ fetch, own: fetch.hold() });
    for (const { listener } of listeners) listener(fetch.hold());
  }

  /** Hands `listener` all that was kept of these topics, then what arrives, until disposed. */
  subscribe(topics: TopicSelector, listener: TapeListener): Disposable {
    const entry = { topics, listener };
    this.#listeners.add(entry);
    for (const { fetch } of this.#kept) if (selects(topics, fetch.topic)) listener(fetch.hold());
    return { [Symbol.dispose]: () => this.#listeners.delete(entry) };
  }

  /** This reader will not subscribe any more: what only it was to read is dropped. */
  release(topics: TopicSelector): void {
    this.#readersToCome.delete(topics);
    const { kept = [], dropped = [] } = Object.groupBy(this.#kept, ({ fetch }) =>
      this.#isToCome(fetch.topic) ? 'kept' : 'dropped',
    );
    this.#kept = kept;
    for (const { own } of dropped) own.drop();
  }

  [Symbol.dispose](): void {
    this.#listeners.clear();
    this.#store[Symbol.dispose]();
  }

  #isToCome(topic: string): boolean {
    return [...this.#readersToCome].some((topics) => selects(topics, topic));
  }
}
