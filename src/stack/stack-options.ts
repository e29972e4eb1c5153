import type { Clock } from '../base/clock.ts';
import type { JsonObject } from '../model/json.ts';
import type { ProjectConfig } from '../model/project-config.ts';
import type { RunEventDraft } from '../model/run-event.ts';

/** What a run stands on, and how to start it. */
export interface StackOptions {
  /** Of the project, with the chosen environment merged into it. */
  readonly config: ProjectConfig;
  /** Folder of flowproof.yaml, absolute. */
  readonly directory: string;
  /** The environment that services inherit. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly emit: (event: RunEventDraft) => void;
  /** Aborting it ends the start. */
  readonly signal: AbortSignal;
  /** Evaluates the templates in a value; they see `.kafka` and `.services` of `context`, and what the caller adds. */
  readonly evaluate: (value: unknown, context: JsonObject) => Promise<unknown>;
  readonly runId: string;
  /** The moment of the clock that the run's times count from. */
  readonly startedAtMs: number;
  /** Leave containers running at the end, for a look at them. */
  readonly keep?: boolean | undefined;
}
