import type { FetchedRecords } from '../../kafka/port.ts';
import { selects, type TopicSelector } from './topic-selector.ts';

/** Is called with each fetch as it arrives, in order of arrival; what it returns is not waited for. */
export type TapeListener = (fetched: FetchedRecords) => void;

/**
 * What a scenario's watch has seen since the scenario started. Records of a topic are kept while there is a task that has
 * yet to read it, so that one that starts late still sees them, with the moment of their arrival.
 */
export class RecordTape {
  #kept: FetchedRecords[] = [];
  readonly #readersToCome: Set<TopicSelector>;
  readonly #listeners = new Set<{ readonly topics: TopicSelector; readonly listener: TapeListener }>();

  /** @param readers of each task that will read; the same objects subscribe and are released */
  constructor(readers: readonly TopicSelector[]) {
    this.#readersToCome = new Set(readers);
  }

  /** Takes a fetch from the watch. */
  append(fetched: FetchedRecords): void {
    if (this.#isToCome(fetched)) this.#kept.push(fetched);
    for (const { topics, listener } of this.#listeners) if (selects(topics, fetched.topic)) listener(fetched);
  }

  /** Hands `listener` all that was kept of these topics, then what arrives, until disposed. */
  subscribe(topics: TopicSelector, listener: TapeListener): Disposable {
    const entry = { topics, listener };
    this.#listeners.add(entry);
    for (const fetched of this.#kept) if (selects(topics, fetched.topic)) listener(fetched);
    return { [Symbol.dispose]: () => this.#listeners.delete(entry) };
  }

  /** This reader will not subscribe any more: what only it was to read is dropped. */
  release(topics: TopicSelector): void {
    this.#readersToCome.delete(topics);
    this.#kept = this.#kept.filter((fetched) => this.#isToCome(fetched));
  }

  #isToCome({ topic }: FetchedRecords): boolean {
    return [...this.#readersToCome].some((topics) => selects(topics, topic));
  }
}
