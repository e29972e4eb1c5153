import type { TaskEvent } from '../tasks/define-task.ts';

/** One event of each of the tasks that a child waits for. */
export type Firing = ReadonlyMap<string, TaskEvent>;

/** How many events may wait before the tasks that bring them are held up. */
const MOST_WAITING = 500;

/**
 * What waits for a task with `each`: the events of its parents, in their order. It fires when each of the parents has
 * brought a new one. Nothing comes any more once a parent has ended and its events are used up.
 */
export class EachQueue {
  readonly #waiting: ReadonlyMap<string, TaskEvent[]>;
  readonly #closed = new Set<string>();
  #isCancelled = false;
  /** Has the child begun to take events? Until then nobody is held up by it. */
  #isTaken = false;
  #change = Promise.withResolvers<void>();

  constructor(parents: readonly string[]) {
    this.#waiting = new Map(parents.map((parent) => [parent, []]));
  }

  /** Takes events of a parent; resolves when there is room for more. */
  async push(parent: string, events: readonly TaskEvent[]): Promise<void> {
    const waiting = this.#waiting.get(parent);
    if (!waiting || this.#isCancelled) return;
    waiting.push(...events);
    this.#signal();
    while (this.#isFull(waiting)) await this.#change.promise;
  }

  /** The parents of a join are never held up: one may have to end before the other can bring anything. */
  #isFull(waiting: readonly TaskEvent[]): boolean {
    return this.#isTaken && !this.#isCancelled && this.#waiting.size === 1 && waiting.length >= MOST_WAITING;
  }

  /** The parent has ended, or never will have any events. */
  close(parent: string): void {
    this.#closed.add(parent);
    this.#signal();
  }

  /** No more events are wanted: those that wait are dropped, and no parent is held up. */
  cancel(): void {
    this.#isCancelled = true;
    for (const waiting of this.#waiting.values()) waiting.length = 0;
    this.#signal();
  }

  /** The next firing; undefined when there will be none. */
  async next(): Promise<Firing | undefined> {
    this.#isTaken = true;
    for (;;) {
      if (this.#isCancelled) return undefined;
      const parents = [...this.#waiting];
      if (parents.every(([, waiting]) => waiting.length > 0)) {
        this.#signal();
        return new Map(
          parents.flatMap(([parent, waiting]) => waiting.splice(0, 1).map((event) => [parent, event])),
        );
      }
      if (parents.some(([parent, waiting]) => waiting.length === 0 && this.#closed.has(parent))) {
        this.cancel();
        return undefined;
      }
      await this.#change.promise;
    }
  }

  #signal(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers<void>();
  }
}
