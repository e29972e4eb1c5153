import type { RecordView } from '../../model/record.ts';
import type { FailedCondition } from '../condition/match-outcome.ts';

/** A record that was read but did not match. */
export interface Miss {
  readonly record: RecordView;
  /** Conditions of `where` that it met, of all. */
  readonly met: number;
  readonly of: number;
  /** The first one that it failed. */
  readonly failed: FailedCondition;
}

const KEPT = 5;

/** Keeps the few records that came nearest to matching: however many pass by, its size is bounded. */
export class NearMisses {
  /** The nearest first; of equally near ones the latest. */
  #nearest: readonly Miss[] = [];

  get all(): readonly Miss[] {
    return this.#nearest;
  }

  add(miss: Miss): void {
    const last = this.#nearest[KEPT - 1];
    if (last && miss.met < last.met) return;
    const at = this.#nearest.findIndex((one) => one.met <= miss.met);
    this.#nearest = this.#nearest.toSpliced(at < 0 ? this.#nearest.length : at, 0, miss).slice(0, KEPT);
  }
}
