import { roundMs } from '../base/duration.ts';
import type { RunEvent, RunEventOf, TaskPlan } from './run-event.ts';
import type { Hop } from './timeline.ts';

type TaskEvent = RunEvent & { readonly task: string };

/** Finds the way from the trigger to the record that came last: which hop took how much of the time. */
export interface CriticalPath {
  /** Events of the scenario's tasks. */
  on(event: TaskEvent): void;
  /** @param trigger milliseconds since the run's start */
  result(trigger: number): Hop[];
}

/** Starts with the plan of the scenario's graph. */
export function createCriticalPath(tasks: readonly TaskPlan[]): CriticalPath {
  const ends = new Map<string, TaskEnd>();
  const starts = new Map<string, number>();
  return {
    on: (event) => noteEnd(ends, starts, event),
    result: (trigger) => pathOf(tasks, ends, trigger),
  };
}

/** When a task came to its last awaited record, or gave up. */
interface TaskEnd {
  readonly atMs: number;
  readonly reached: boolean;
}

function noteEnd(ends: Map<string, TaskEnd>, starts: Map<string, number>, event: TaskEvent): void {
  if (event.type === 'task-started') starts.set(event.task, event.atMs);
  else if (event.type === 'record-produced' || event.type === 'record-consumed') {
    const atMs = event.record.momentMs ?? event.atMs;
    ends.set(event.task, { atMs: Math.max(atMs, ends.get(event.task)?.atMs ?? atMs), reached: true });
  } else if (event.type === 'task-finished') {
    const end = endOf(event, starts.get(event.task));
    if (end && (!end.reached || event.consume?.late || !ends.has(event.task))) ends.set(event.task, end);
  }
}

/** Of a task that ran: its late record, or the moment when it was done or gave up, without the grace after that. */
function endOf(
  { status, durationMs, consume }: RunEventOf<'task-finished'>,
  startedAtMs: number | undefined,
): TaskEnd | undefined {
  if (startedAtMs === undefined || status === 'skipped') return undefined;
  if (consume?.late) {
    return { atMs: consume.late.record.momentMs ?? startedAtMs + consume.late.latencyMs, reached: true };
  }
  const wasShort = consume !== undefined && consume.matched < consume.awaited;
  return { atMs: startedAtMs + durationMs, reached: !wasShort };
}

/** Back from the consume task that ended last, always to the parent that ended last. */
function pathOf(tasks: readonly TaskPlan[], ends: ReadonlyMap<string, TaskEnd>, trigger: number): Hop[] {
  const momentOf = (id: string): number => ends.get(id)?.atMs ?? Number.NEGATIVE_INFINITY;
  const latest = (ids: readonly string[]): string | undefined =>
    ids.filter((id) => ends.has(id)).toSorted((a, b) => momentOf(b) - momentOf(a))[0];
  const byId = new Map(tasks.map((task) => [task.id, task]));

  const steps: TaskPlan[] = [];
  let id = latest(tasks.filter(({ kind }) => kind === 'consume').map((task) => task.id));
  while (id !== undefined) {
    const task = byId.get(id);
    if (!task) break;
    if (task.kind === 'consume') steps.unshift(task);
    id = latest(task.after);
  }

  const last = steps.at(-1);
  const wholeMs = last ? momentOf(last.id) - trigger : 0;
  let fromMs = 0;
  return steps.map(({ id: task, topics }) => {
    const untilMs = Math.max(fromMs, momentOf(task) - trigger);
    const tookMs = untilMs - fromMs;
    const step = {
      task,
      topics,
      fromMs: roundMs(fromMs),
      tookMs: roundMs(tookMs),
      share: wholeMs > 0 ? Math.round((100 * tookMs) / wholeMs) / 100 : 0,
      reached: ends.get(task)?.reached ?? false,
    };
    fromMs = untilMs;
    return step;
  });
}
