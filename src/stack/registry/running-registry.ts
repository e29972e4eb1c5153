import type { Clock } from '../../base/clock.ts';
import type { RunEventDraft } from '../../model/run-event.ts';
import type { RunDocker } from '../docker/run-docker.ts';
import type { Place } from '../services/launched.ts';

/** A schema registry that is there. */
export interface RunningRegistry extends AsyncDisposable {
  /** Its address for a program in that place. */
  url(place: Place): string;
  /** Aborted when one that is the run's own ends though nobody stopped it. */
  readonly signal?: AbortSignal;
}

/** What a schema registry is started with. */
export interface RegistryDeps {
  readonly clock: Clock;
  /** Folder of flowproof.yaml, absolute. */
  readonly directory: string;
  readonly emit: (event: RunEventDraft) => void;
  readonly signal: AbortSignal;
  /** There when the registry is a container. */
  readonly docker: RunDocker | undefined;
  /** Must containers reach a registry that runs in this process? */
  readonly servesContainers: boolean;
  /** Of the first Kafka cluster, where a registry in a container keeps its schemas. */
  readonly bootstrap: (place: Place) => string;
  /** Evaluates the templates in a value. */
  readonly evaluate: (value: unknown) => Promise<unknown>;
}
