import type { Clock } from '../base/clock.ts';

/** At most one action that is due: setting another one takes the earlier one back. */
export class Timer {
  readonly #clock: Clock;
  #due: Disposable | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether an action is due. */
  get isSet(): boolean {
    return this.#due !== undefined;
  }

  /** Calls `action` once, in `ms`. */
  set(ms: number, action: () => void): void {
    this.clear();
    this.#due = this.#clock.at(this.#clock.nowMs() + ms, () => {
      this.#due = undefined;
      action();
    });
  }

  clear(): void {
    this.#due?.[Symbol.dispose]();
    this.#due = undefined;
  }
}
