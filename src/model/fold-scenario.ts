import { compact } from './compact.ts';
import { createTaskFold, type TaskFold, type Unfinished } from './fold-task.ts';
import { createTimelineFold } from './fold-timeline.ts';
import type { RunEvent, RunEventOf } from './run-event.ts';
import type { ScenarioResult, TaskResult } from './run-result.ts';

/** Makes the result of one attempt of a scenario of the events that name it, and of what services did meanwhile. */
export interface ScenarioFold {
  on(event: RunEvent): void;
  result(nowMs: number): ScenarioResult;
}

/** Starts with the attempt's first event. */
export function createScenarioFold(started: RunEventOf<'scenario-started'>): ScenarioFold {
  const tasks = new Map<string, TaskFold>(started.tasks.map((plan) => [plan.id, createTaskFold(plan)]));
  const timeline = createTimelineFold(started);
  let finished: RunEventOf<'scenario-finished'> | undefined;
  let decider: RunEventOf<'task-finished'> | undefined;

  return {
    on(event) {
      // Spans are exported a while after what they tell of.
      if (!finished || event.type === 'span-received') timeline.on(event);
      if (event.type === 'scenario-finished') finished = event;
      if (event.type === 'task-finished' && isBad(event.status)) decider ??= event;
      if ('task' in event) tasks.get(event.task)?.on(event);
    },
    result(nowMs) {
      const unfinished: Unfinished = { nowMs, notStarted: finished ? 'skipped' : 'cancelled' };
      return {
        ...planned(started),
        status: finished ? withRetries(finished.status, started.attempt) : 'cancelled',
        attempts: started.attempt,
        startedAtMs: started.atMs,
        durationMs: finished?.durationMs ?? nowMs - started.atMs,
        ...compact({ message: finished?.message ?? decider?.message, diagnosis: decider?.diagnosis }),
        tasks: [...tasks.values()].map((task) => task.result(unfinished)),
        timeline: timeline.result(),
      };
    },
  };
}

/** A scenario that was selected but has never started. */
export function notStarted(
  plan: RunEventOf<'run-started'>['scenarios'][number],
  status: 'skipped' | 'cancelled',
): ScenarioResult {
  return { ...planned(plan), status, attempts: 0, startedAtMs: 0, durationMs: 0, tasks: [] };
}

function planned(plan: RunEventOf<'run-started'>['scenarios'][number]) {
  const { suite, name, description, tags, iteration, span } = plan;
  return { suite, name, ...compact({ description }), file: span.file, line: span.line, tags, iteration };
}

function isBad(status: TaskResult['status']): boolean {
  return status === 'failed' || status === 'error';
}

function withRetries(status: ScenarioResult['status'], attempt: number): ScenarioResult['status'] {
  return status === 'passed' && attempt > 1 ? 'flaky' : status;
}
