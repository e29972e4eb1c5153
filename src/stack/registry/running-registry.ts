import type { Place } from '../services/launched.ts';

/** A schema registry that is there. */
export interface RunningRegistry extends AsyncDisposable {
  /** Its address for a program in that place. */
  url(place: Place): string;
  /** Aborted when one that is the run's own ends though nobody stopped it. */
  readonly signal?: AbortSignal;
}
