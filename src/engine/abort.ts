import { renderDuration } from '../base/duration.ts';
import { FlowproofError } from '../base/errors.ts';
import type { TaskStatus } from '../model/status.ts';

/** The reason that a scenario's signal is aborted with when its time is up. */
export class ScenarioTimeout {
  readonly limitMs: number;
  constructor(limitMs: number) {
    this.limitMs = limitMs;
  }
}

/** How a task came out that something other than its own work ended. */
export interface EndedVerdict {
  readonly status: Exclude<TaskStatus, 'passed'>;
  readonly message: string;
  /** What to do, if that is known. */
  readonly detail?: readonly string[];
}

/** What an error means for the task that met it. */
export function errorVerdict({ message, hint }: FlowproofError): EndedVerdict {
  return { status: 'error', message, ...(hint === undefined ? {} : { detail: [hint] }) };
}

/** What an abort means for a task that was waiting: the scenario's time was up, the surroundings broke, or someone cancelled (a reason that is a text says who). */
export function abortVerdict(reason: unknown): EndedVerdict {
  if (reason instanceof ScenarioTimeout) {
    return {
      status: 'failed',
      message: `the scenario reached its timeout of ${renderDuration(reason.limitMs)} while this task was waiting`,
    };
  }
  if (reason instanceof FlowproofError) return errorVerdict(reason);
  return { status: 'cancelled', message: typeof reason === 'string' ? reason : 'the run was cancelled' };
}
