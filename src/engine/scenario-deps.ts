import type { JsonObject } from '../model/json.ts';
import type { ServiceControl } from '../model/service-control.ts';
import type { Surroundings } from '../tasks/define-task.ts';
import type { Emit } from './bus.ts';
import type { RunMemory } from './run-memory.ts';

/** What a scenario runs on; shared by the scenarios of a run. */
export interface ScenarioDeps extends Surroundings {
  readonly emit: Emit;
  /** Told what the expressions of a scenario (by the id of its attempt) see, so that the bus knows what to redact. */
  readonly see: (scenario: string, seen: JsonObject) => void;
  /** Aborted when the run is cancelled, or with a RunError when its surroundings broke (a service exited). */
  readonly signal: AbortSignal;
  readonly defaultTimeoutMs: number;
  /** Project and environment variables; the scenario's own win over them. */
  readonly variables: JsonObject;
  /** `--var`: win over the scenario's own. */
  readonly overrides: JsonObject;
  /** Variables of the chosen environment, `.env`. */
  readonly env: JsonObject;
  /** The environment that flowproof itself was started with. */
  readonly processEnv: Readonly<Record<string, string | undefined>>;
  /** `startedAt` is ISO 8601, `startedAtMs` the same moment of the clock. */
  readonly run: {
    readonly id: string;
    readonly seed: number;
    readonly startedAt: string;
    readonly startedAtMs: number;
  };
  /** The services under test. */
  readonly services: ServiceControl;
  /** Starts the services anew, on topics without records. */
  readonly refresh: (signal: AbortSignal) => Promise<void>;
  /** Create the topics that tasks produce to; never on a cluster that is not ours. */
  readonly createTopics: boolean;
  /** Service names by the consumer group that they are ready with, for the diagnosis. */
  readonly serviceOfGroup: ReadonlyMap<string, string>;
  /** What services did so far, for the diagnosis. */
  readonly memory: RunMemory;
}
