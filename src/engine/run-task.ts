import { roundMs } from '../base/duration.ts';
import { FlowproofError } from '../base/errors.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import type { OpenWatches } from '../tasks/consume/open-watches.ts';
import type { TaskContext, TaskOutcome } from '../tasks/define-task.ts';
import { kindOf, type ScenarioTask } from '../tasks/scenario.ts';
import { abortVerdict } from './abort.ts';
import { diagnose } from './diagnose.ts';
import type { TaskEnd } from './graph.ts';
import type { ScenarioState } from './scenario-state.ts';

/** `end` lets the successors go on; `explained` resolves when the task's last event is out. */
export interface TaskRun {
  readonly end: TaskEnd;
  readonly explained: Promise<void>;
}

/** Runs one task. Rejects on bugs only: whatever a task meets becomes its verdict. */
export async function runTask(task: ScenarioTask, state: ScenarioState, open: OpenWatches): Promise<TaskRun> {
  const { clock, emit } = state.deps;
  const startedAtMs = clock.nowMs();
  emit({ type: 'task-started', scenario: state.id, task: task.id });
  const tookMs = (): number => roundMs(clock.nowMs() - startedAtMs);
  try {
    const outcome = await kindOf(task).run(task.spec, createContext({ task, state, open, startedAtMs }));
    state.setOutcome(task.id, outcome);
    for (const check of outcome.checks)
      emit({ type: 'check-evaluated', scenario: state.id, task: task.id, check });
    const goesOn = outcome.ended && !(task.stopOnFailedCheck && outcome.checks.some(hasFailed));
    const end: TaskEnd = goesOn ? { how: 'ended' } : { how: 'stopped', because: task.id };
    return { end, explained: explain(task, { outcome, state, open, durationMs: tookMs() }) };
  } catch (cause) {
    if (!open.signal.aborted && !(cause instanceof FlowproofError)) throw cause;
    const verdict = open.signal.aborted
      ? abortVerdict(open.signal.reason)
      : {
          status: 'error' as const,
          message: (cause as FlowproofError).message,
          ...errorDetails(cause as FlowproofError),
        };
    state.finish(task, { ...verdict, durationMs: tookMs() });
    return { end: { how: 'stopped', because: task.id }, explained: Promise.resolve() };
  }
}

/** A task that never runs, as one that it waits for could not end. */
export function skipTask(task: ScenarioTask, state: ScenarioState, because: string): void {
  const cause = state.scenario.tasks.find((one) => one.id === because);
  state.finish(task, {
    status: 'skipped',
    durationMs: 0,
    message: `skipped: task "${cause?.name ?? because}" did not end`,
  });
}

function createContext({
  task,
  state,
  open,
  startedAtMs,
}: {
  readonly task: ScenarioTask;
  readonly state: ScenarioState;
  readonly open: OpenWatches;
  readonly startedAtMs: number;
}): TaskContext {
  const { clock, jq, kafka, formats, emit, run } = state.deps;
  return {
    clock,
    jq,
    kafka,
    formats,
    startedAtMs,
    sinceRunStart: (atMs) => roundMs(atMs - run.startedAtMs),
    signal: open.signal,
    tape: open.tape,
    startPositions: open.startPositions,
    checks: task.checks,
    momentOf: (id) => state.momentOf(id),
    offsetsAfter: (id) => state.outcomes.get(id)?.nextOffsets,
    expressionContext: (added) => state.expressionContext(added),
    spanOf: (path) => task.spanOf(path),
    emit: (fact) => emit({ ...fact, scenario: state.id, task: task.id }),
  };
}

/** Waits for what is found out after the verdict, adds the diagnosis, and emits the task's end. */
async function explain(
  task: ScenarioTask,
  {
    outcome,
    state,
    open,
    durationMs,
  }: { outcome: TaskOutcome; state: ScenarioState; open: OpenWatches; durationMs: number },
): Promise<void> {
  const found = { ...outcome, ...(await outcome.afterwards?.()) };
  const diagnosis = outcome.status === 'failed' ? await diagnose(task, found, { state, open }) : undefined;
  state.finish(task, {
    status: outcome.status,
    durationMs,
    ...(found.message === undefined ? {} : { message: found.message }),
    ...(found.detail === undefined ? {} : { detail: [...found.detail] }),
    ...(found.span === undefined ? {} : { span: found.span }),
    ...(found.consume === undefined ? {} : { consume: found.consume }),
    ...(diagnosis === undefined ? {} : { diagnosis }),
  });
}

function errorDetails(error: FlowproofError): { detail?: string[]; span?: FlowproofError['span'] } {
  return {
    ...(error.hint === undefined ? {} : { detail: [error.hint] }),
    ...(error.span === undefined ? {} : { span: error.span }),
  };
}

function hasFailed(check: CheckOutcome): boolean {
  return check.status !== 'passed';
}
