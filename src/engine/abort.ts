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

/** What an abort means for a task that was waiting: the scenario's time was up, the surroundings broke, or someone cancelled (a reason that is a text says who). */
export function abortVerdict(reason: unknown): {
  readonly status: Exclude<TaskStatus, 'passed'>;
  readonly message: string;
} {
  if (reason instanceof ScenarioTimeout) {
    return {
      status: 'failed',
      message: `the scenario reached its timeout of ${renderDuration(reason.limitMs)} while this task was waiting`,
    };
  }
  if (reason instanceof FlowproofError) return { status: 'error', message: reason.message };
  return { status: 'cancelled', message: typeof reason === 'string' ? reason : 'the run was cancelled' };
}
