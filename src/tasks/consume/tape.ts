import type { FetchedRecords } from '../../kafka/port.ts';

/** Is called with each fetch as it arrives, in order of arrival. */
export type TapeListener = (fetched: FetchedRecords) => void;

/**
 * What a scenario's watch has seen since the scenario started. Records of a topic are kept until every task that will
 * read it has begun to, so that a task that starts late still sees them, with the moment of their arrival.
 */
export class RecordTape {
  readonly #kept = new Map<string, FetchedRecords[]>();
  readonly #readersToCome = new Map<string, number>();
  readonly #listeners = new Set<{ readonly topics: ReadonlySet<string>; readonly listener: TapeListener }>();
  #order = 0;
  readonly #orderOf = new WeakMap<FetchedRecords, number>();

  /** @param readers topics of each task that will subscribe once, one list per task */
  constructor(readers: readonly (readonly string[])[]) {
    for (const topic of readers.flat())
      this.#readersToCome.set(topic, (this.#readersToCome.get(topic) ?? 0) + 1);
  }

  /** Takes a fetch from the watch. */
  append(fetched: FetchedRecords): void {
    this.#orderOf.set(fetched, this.#order++);
    if ((this.#readersToCome.get(fetched.topic) ?? 0) > 0) {
      const kept = this.#kept.get(fetched.topic);
      if (kept) kept.push(fetched);
      else this.#kept.set(fetched.topic, [fetched]);
    }
    for (const { topics, listener } of this.#listeners) if (topics.has(fetched.topic)) listener(fetched);
  }

  /** Hands `listener` all that was kept of these topics, then what arrives, until disposed. Once a task. */
  subscribe(topics: readonly string[], listener: TapeListener): Disposable {
    const past = topics.flatMap((topic) => this.#kept.get(topic) ?? []);
    past.sort((a, b) => (this.#orderOf.get(a) ?? 0) - (this.#orderOf.get(b) ?? 0));
    this.release(topics);
    const entry = { topics: new Set(topics), listener };
    this.#listeners.add(entry);
    for (const fetched of past) listener(fetched);
    return { [Symbol.dispose]: () => this.#listeners.delete(entry) };
  }

  /** One task less will read these topics: it has subscribed, or never will. */
  release(topics: readonly string[]): void {
    for (const topic of topics) {
      const left = (this.#readersToCome.get(topic) ?? 0) - 1;
      this.#readersToCome.set(topic, left);
      if (left <= 0) this.#kept.delete(topic);
    }
  }
}
