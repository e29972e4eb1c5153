import type { Clock } from '../../base/clock.ts';

/** Member ids that were given out (KIP-394) and have not come back yet. */
export class PendingIds {
  readonly #timers = new Map<string, Disposable>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#timers.size;
  }

  has(memberId: string): boolean {
    return this.#timers.has(memberId);
  }

  /** Waits for the id for this long; `onExpired` is called when it did not come. */
  add(memberId: string, timeoutMs: number, onExpired: () => void): void {
    const expire = (): void => {
      this.#timers.delete(memberId);
      onExpired();
    };
    this.#timers.set(memberId, this.#clock.at(this.#clock.nowMs() + timeoutMs, expire));
  }

  /** Stops waiting for the id; false: nobody waited. */
  take(memberId: string): boolean {
    this.#timers.get(memberId)?.[Symbol.dispose]();
    return this.#timers.delete(memberId);
  }

  clear(): void {
    for (const memberId of [...this.#timers.keys()]) this.take(memberId);
  }
}
