import type { Clock } from '../../base/clock.ts';
import type { Watch } from '../port.ts';

type Interruption = Watch['interruptions'][number];

/** The times during which something of what is watched could not be read. */
export class Interruptions {
  readonly #clock: Clock;
  readonly #past: Interruption[] = [];
  readonly #failing = new Set<string>();
  #open: { readonly fromMs: number; readonly reason: string } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Something fails; the first reason is kept. */
  begin(source: string, reason: string): void {
    this.#failing.add(source);
    this.#open ??= { fromMs: this.#clock.nowMs(), reason };
  }

  /** It works; when nothing fails any more the interruption is over. */
  end(source: string): void {
    this.#failing.delete(source);
    if (!this.#open || this.#failing.size > 0) return;
    this.#past.push({ ...this.#open, toMs: this.#clock.nowMs() });
    this.#open = undefined;
  }

  /** Those that are over, and the one that lasts. */
  list(): readonly Interruption[] {
    return this.#open ? [...this.#past, { ...this.#open, toMs: this.#clock.nowMs() }] : [...this.#past];
  }
}
