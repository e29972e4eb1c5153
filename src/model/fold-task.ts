import type { CheckOutcome } from './check-outcome.ts';
import { compact } from './compact.ts';
import { Latencies } from './latency.ts';
import type { RecordView } from './record.ts';
import type { RunEvent, RunEventOf, TaskPlan } from './run-event.ts';
import type { TaskResult } from './run-result.ts';

/** How many of a task's records its result keeps: the first ones. */
export const RECORDS_PER_TASK = 20;

/** What a task's result says while the task has not finished. */
export interface Unfinished {
  /** The moment that is asked about, in milliseconds since the run's start. */
  readonly nowMs: number;
  /** Of a task that never started, when its scenario is over; one that did start is always `cancelled`. */
  readonly notStarted: 'skipped' | 'cancelled';
}

/** Makes one task's result of the events that name this task. Other events must not be given to it. */
export interface TaskFold {
  on(event: RunEvent): void;
  result(unfinished: Unfinished): TaskResult;
}

/** Starts with the task's place in the graph. */
export function createTaskFold(plan: TaskPlan): TaskFold {
  let started: RunEventOf<'task-started'> | undefined;
  let finished: RunEventOf<'task-finished'> | undefined;
  let recordCount = 0;
  const records: RecordView[] = [];
  const latencies = new Latencies();
  const checks: TaskResult['checks'] = [];

  const addRecord = (record: RecordView): void => {
    recordCount++;
    if (records.length < RECORDS_PER_TASK) records.push(record);
    if (record.latencyMs !== undefined) latencies.add(record.latencyMs);
  };

  const addCheck = (check: CheckOutcome): void => {
    checks.push({ ...check, ...compact({ line: check.span?.line, column: check.span?.column }) });
  };

  return {
    on(event) {
      if (event.type === 'task-started') started = event;
      else if (event.type === 'record-produced' || event.type === 'record-consumed') addRecord(event.record);
      else if (event.type === 'check-evaluated') addCheck(event.check);
      else if (event.type === 'task-finished') finished = event;
    },
    result: (unfinished) => ({
      ...plan,
      ...compact({ startedAtMs: started?.atMs, deadlineMs: started?.deadlineMs }),
      ...outcome(started, finished, unfinished),
      ...compact({ latencyMs: finished?.latencyMs ?? latencies.summary }),
      records: [...records],
      recordCount: Math.max(recordCount, finished?.recordCount ?? finished?.consume?.matched ?? 0),
      checks: [...checks],
    }),
  };
}

function outcome(
  started: RunEventOf<'task-started'> | undefined,
  finished: RunEventOf<'task-finished'> | undefined,
  unfinished: Unfinished,
): Pick<TaskResult, 'status' | 'durationMs'> & Partial<TaskResult> {
  if (finished) {
    const { status, durationMs, message, detail, consume, diagnosis, span } = finished;
    return { status, durationMs, ...compact({ message, detail, consume, diagnosis, span }) };
  }
  if (started) return { status: 'cancelled', durationMs: unfinished.nowMs - started.atMs };
  return { status: unfinished.notStarted, durationMs: 0 };
}
