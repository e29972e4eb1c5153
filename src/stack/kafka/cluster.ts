import type { Place } from '../services/launched.ts';

export type Provider = 'embedded' | 'docker' | 'external';

/** A Kafka cluster under a run, wherever it comes from. Disposing it ends what was started for the run. */
export interface Cluster extends AsyncDisposable {
  readonly provider: Provider;
  /** Where programs find it: `host:port,…`. */
  bootstrap(place: Place): string;
  /** Of Kafka, where it is known. */
  readonly version?: string | undefined;
  /** Aborted with a RunError when the cluster ends though nobody stopped it. */
  readonly signal?: AbortSignal | undefined;
}
