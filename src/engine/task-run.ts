import { roundMs } from '../base/duration.ts';
import { FlowproofError } from '../base/errors.ts';
import type { SourceSpan } from '../base/source-span.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import { compact } from '../model/compact.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { JsonObject } from '../model/json.ts';
import type { TaskStatus } from '../model/status.ts';
import { CheckTally, describeFailedCheck } from '../tasks/check-tally.ts';
import { judge } from '../tasks/condition/judge.ts';
import type { OpenWatches } from '../tasks/consume/open-watches.ts';
import { type TaskOutcome, TaskSkipped } from '../tasks/define-task.ts';
import { kindOf, type ScenarioTask } from '../tasks/scenario.ts';
import { abortVerdict, errorVerdict } from './abort.ts';
import { diagnoseCrash } from './diagnosis/crash.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { takeGroups } from './diagnosis/look-up.ts';
import type { Firing } from './each-queue.ts';
import type { TaskEnd } from './graph.ts';
import { mergeOutcomes } from './merge-outcomes.ts';
import type { ScenarioState } from './scenario-state.ts';
import { createTaskContext } from './task-context.ts';

/** What decided against a task. */
interface Blow {
  readonly status: Exclude<TaskStatus, 'passed'>;
  readonly message?: string | undefined;
  readonly detail?: readonly string[] | undefined;
  readonly span?: SourceSpan | undefined;
}

/** One task of one attempt: one run of it, or one for each event of its parents. Whatever it meets becomes its verdict. */
export class TaskRun {
  readonly #task: ScenarioTask;
  readonly #state: ScenarioState;
  readonly #open: OpenWatches;
  readonly #tally: CheckTally;
  readonly #ownChecks: CheckOutcome[][] = [];
  #startedAtMs: number | undefined;
  #allowsNone = false;
  #blow: Blow | undefined;
  /** The outcome that the report shows: the first that failed, else the last. */
  #shown: TaskOutcome | undefined;

  constructor(task: ScenarioTask, state: ScenarioState, open: OpenWatches) {
    this.#task = task;
    this.#state = state;
    this.#open = open;
    this.#tally = new CheckTally(task.checks, (index) => task.spanOf(['checks', index]));
  }

  /** Runs it to its END. The last event of the task may come later, with the state's explanations. Rejects on bugs only. */
  async play(): Promise<TaskEnd> {
    if (this.#task.each.length === 0) await this.#runOnce({ added: {}, index: 0 });
    else await this.#runForEach();
    return this.#conclude();
  }

  async #runForEach(): Promise<void> {
    const { queue } = this.#state.of(this.#task.id);
    using _stop = onAbort(this.#open.signal, () => queue.cancel());
    for (let index = 0; ; index++) {
      const firing = await queue.next();
      if (!firing) break;
      await this.#runOnce({ added: contextOf(firing), index, firing });
      if (this.#blow && this.#blow.status !== 'failed') queue.cancel();
    }
    if (this.#open.signal.aborted) this.#strike(abortVerdict(this.#open.signal.reason));
  }

  /** One run; `added` is what its expressions see beside the rest. */
  async #runOnce(run: {
    readonly added: JsonObject;
    readonly index: number;
    readonly firing?: Firing;
  }): Promise<void> {
    const { clock } = this.#state.deps;
    const startedAtMs = clock.nowMs();
    const context = createTaskContext({
      ...run,
      task: this.#task,
      state: this.#state,
      open: this.#open,
      startedAtMs,
      tally: this.#tally,
    });
    try {
      if (!(await this.#isWanted(context.expressionContext()))) return;
      this.#start(startedAtMs);
      const kind = kindOf(this.#task);
      const outcome = await kind.run(this.#task.spec, context);
      if (kind.emits === undefined) await this.#tally.add(context.expressionContexts([{}]), context);
      this.#note(outcome);
    } catch (cause) {
      this.#strike(this.#blowOf(cause));
    }
  }

  /** Does its `if` hold? */
  async #isWanted(context: JsonObject): Promise<boolean> {
    const { condition } = this.#task;
    if (!condition) return true;
    const [judgement] = await judge(condition, [context], this.#state.deps);
    return judgement?.passed === true;
  }

  #start(startedAtMs: number): void {
    if (this.#startedAtMs !== undefined) return;
    this.#startedAtMs = startedAtMs;
    const { clock, emit, run } = this.#state.deps;
    const limitMs = kindOf(this.#task).limitMs?.(this.#task.spec);
    this.#state.of(this.#task.id).log.start(clock.wallMs());
    emit({
      type: 'task-started',
      scenario: this.#state.id,
      task: this.#task.id,
      ...(limitMs === undefined ? {} : { deadlineMs: roundMs(startedAtMs + limitMs - run.startedAtMs) }),
    });
  }

  #note(outcome: TaskOutcome): void {
    const { failure, detail, checks = [], allowsNone = false, nextOffsets } = outcome;
    this.#allowsNone ||= allowsNone;
    this.#ownChecks.push([...checks]);
    if (nextOffsets) this.#state.of(this.#task.id).nextOffsets = nextOffsets;
    if (failure && !this.#blow) this.#shown = outcome;
    if (failure) this.#strike({ status: 'failed', ...failure, detail });
    if (!this.#blow) this.#shown = outcome;
  }

  /** Errors weigh more than failures; of equals the first counts. */
  #strike(blow: Blow): void {
    if (!this.#blow || (blow.status === 'error' && this.#blow.status === 'failed')) this.#blow = blow;
  }

  #blowOf(cause: unknown): Blow {
    const { signal } = this.#open;
    if (signal.aborted) return abortVerdict(signal.reason);
    if (cause instanceof TaskSkipped)
      return { status: 'skipped', message: this.#describeSkip(cause.because) };
    if (!(cause instanceof FlowproofError)) throw cause;
    return { ...errorVerdict(cause), span: cause.span };
  }

  #describeSkip(because: string): string {
    const cause = this.#state.scenario.tasks.find((one) => one.id === because);
    return `skipped: task "${cause?.name ?? because}" did not end`;
  }

  #conclude(): TaskEnd {
    const { id, each, stopOnFailedCheck, continueOnError } = this.#task;
    const stuck = each.map((parent) => this.#state.of(parent.task).end).find((end) => end?.how === 'stopped');
    if (this.#startedAtMs === undefined && !this.#blow) {
      this.#skip(stuck);
      return stuck ?? { how: 'ended' };
    }
    const checks = [...this.#tally.outcomes(), ...mergeOutcomes(this.#ownChecks)];
    const failed = checks.find((check) => this.#isFailed(check));
    for (const check of checks)
      this.#state.deps.emit({ type: 'check-evaluated', scenario: this.#state.id, task: id, check });
    const hadToStop = this.#blow !== undefined || (stopOnFailedCheck && failed !== undefined);
    this.#state.explanations.push(this.#explain(failed));
    if (hadToStop && !continueOnError) return { how: 'stopped', because: id };
    return stuck ?? { how: 'ended' };
  }

  #skip(stuck: TaskEnd | undefined): void {
    const { each, condition } = this.#task;
    const message =
      stuck?.how === 'stopped'
        ? this.#describeSkip(stuck.because)
        : condition
          ? 'skipped: its "if" did not hold'
          : `skipped: ${each.map((parent) => `"${parent.task}"`).join(', ')} brought nothing to run it for`;
    this.#state.finish(this.#task, { status: 'skipped', durationMs: 0, message });
  }

  #isFailed(check: CheckOutcome): boolean {
    return check.status === 'failed' || (check.status === 'notEvaluated' && !this.#allowsNone && !this.#blow);
  }

  /** A task that waits for records is broken off when a service ends. */
  #diagnoseError(): Diagnosis | undefined {
    const isWaiting = this.#blow?.status === 'error' && this.#task.kind === 'consume';
    return isWaiting ? diagnoseCrash(this.#task, { state: this.#state, open: this.#open }) : undefined;
  }

  /** Of a task whose events are records. */
  get #recordCount(): number | undefined {
    const { emits } = kindOf(this.#task);
    return emits === 'record' ? this.#state.of(this.#task.id).log.recordCount : undefined;
  }

  /** Waits for what is found out after the verdict, adds the diagnosis, and emits the task's end. */
  async #explain(failed: CheckOutcome | undefined): Promise<void> {
    const { clock } = this.#state.deps;
    const durationMs = roundMs(clock.nowMs() - (this.#startedAtMs ?? clock.nowMs()));
    const isFailure = this.#blow ? this.#blow.status === 'failed' : failed !== undefined;
    const hasFailed = isFailure && this.#shown?.consume !== undefined;
    const groups = hasFailed ? takeGroups(this.#state.deps.kafka, this.#open.signal) : undefined;
    const found = { ...this.#shown, ...(await this.#shown?.afterwards?.()) };
    const blow: Blow | undefined =
      this.#blow ?? (failed && { status: 'failed', message: describeFailedCheck(failed), span: failed.span });
    const sources = { task: this.#task, state: this.#state, open: this.#open, groups: await groups };
    const diagnosis = hasFailed
      ? await diagnose(found, failed, sources)
      : (found.diagnosis ?? this.#diagnoseError());
    const detail = blow?.status === 'failed' && found.detail ? found.detail : blow?.detail;
    this.#state.finish(this.#task, {
      status: blow?.status ?? 'passed',
      durationMs,
      ...compact({
        message: blow?.message,
        detail: detail && [...detail],
        span: blow?.span,
        consume: found.consume,
        recordCount: this.#recordCount,
        latencyMs: found.latencyMs,
        diagnosis,
      }),
    });
  }
}

/** A task that never runs, as one that it waits for could not end. */
export function skipTask(task: ScenarioTask, state: ScenarioState, because: string): void {
  const cause = state.scenario.tasks.find((one) => one.id === because);
  state.of(task.id).queue.cancel();
  state.finish(task, {
    status: 'skipped',
    durationMs: 0,
    message: `skipped: task "${cause?.name ?? because}" did not end`,
  });
}

/** Inside of `each`: the event that fired, by its own name, and as the latest of its task. */
function contextOf(firing: Firing): JsonObject {
  return Object.assign({}, ...[...firing.values()].map(({ what, value }) => ({ [what]: value })));
}

function onAbort(signal: AbortSignal, action: () => void): Disposable {
  if (signal.aborted) action();
  signal.addEventListener('abort', action);
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', action) };
}
