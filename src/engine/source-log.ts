import type { JsonObject } from '../model/json.ts';
import type { TaskEvent } from '../tasks/define-task.ts';
import { MOST_KEPT, RecordCollection } from '../tasks/record-collection.ts';

/** What expressions see of a task as `.source.<task>`, from its start on. */
export class SourceLog {
  readonly #collection = new RecordCollection();
  /** Of the records that are kept. */
  readonly #moments: number[] = [];
  readonly #listeners = new Set<(event: TaskEvent) => void>();
  #latest: JsonObject = {};
  #others = 0;
  #startedAt: string | undefined;
  #endedAt: string | undefined;
  /** Until something changes, so that the contexts of a batch share it. */
  #view: JsonObject | undefined;

  start(wallMs: number): void {
    this.#startedAt ??= new Date(wallMs).toISOString();
    this.#view = undefined;
  }

  end(wallMs: number): void {
    this.#endedAt = new Date(wallMs).toISOString();
    this.#view = undefined;
  }

  add(event: TaskEvent): void {
    this.#latest = { [event.what]: event.value };
    this.#view = undefined;
    if (event.what === 'record') {
      this.#collection.add(event.value);
      if (this.#moments.length < MOST_KEPT) this.#moments.push(event.atMs);
    } else this.#others++;
    for (const listener of this.#listeners) listener(event);
  }

  /** Hands `listener` the records that are kept, then each event as it comes, until disposed. */
  follow(listener: (event: TaskEvent) => void): Disposable {
    for (const [index, value] of this.#collection.records.entries())
      listener({ what: 'record', value, atMs: this.#moments[index] ?? 0 });
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
  }

  get recordCount(): number {
    return this.#collection.count;
  }

  /** `.source.<task>`. */
  view(): JsonObject {
    this.#view ??= {
      ...this.#latest,
      ...this.#collection.view(),
      ...(this.#others > 0 ? { count: this.#others } : {}),
      startedAt: this.#startedAt ?? null,
      endedAt: this.#endedAt ?? null,
    };
    return this.#view;
  }
}
