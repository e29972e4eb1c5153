import { createHash } from 'node:crypto';
import type { LagMeter } from '../base/clock.ts';
import type { JsonObject } from '../model/json.ts';
import type { ScenarioStatus, TaskStatus } from '../model/status.ts';
import { type TaskOutcome, TaskSkipped } from '../tasks/define-task.ts';
import type { Scenario, ScenarioTask } from '../tasks/scenario.ts';
import type { Positions } from './diagnosis/look-up.ts';
import { EachQueue } from './each-queue.ts';
import type { TaskEnd } from './graph.ts';
import type { ScenarioDeps } from './scenario-deps.ts';
import { SourceLog } from './source-log.ts';

/** One attempt of a scenario in one iteration. */
export interface Attempt {
  /** Names it in events; unique in the run. */
  readonly id: string;
  /** From 0. */
  readonly iteration: number;
  /** From 1. */
  readonly attempt: number;
}

/** How one task came out, for the scenario's verdict. */
interface TaskVerdict {
  readonly status: TaskStatus;
  readonly message?: string | undefined;
}

/** What is known of one task while the scenario runs. */
interface TaskState {
  readonly log: SourceLog;
  /** The moment that `since: <task>` means, once the task has come to its END. */
  readonly moment: PromiseWithResolvers<number>;
  /** Of its latest record, when it was acknowledged or had arrived. */
  latestMs: number | undefined;
  /** Of a task with `each`: the events that it will run for. */
  readonly queue: EachQueue;
  /** The tasks that run for each of its events. */
  readonly children: readonly string[];
  nextOffsets: TaskOutcome['nextOffsets'];
  end: TaskEnd | undefined;
  verdict: TaskVerdict | undefined;
}

/** Worst first: what decides the scenario when its tasks differ. */
const WEIGHT: readonly TaskStatus[] = ['error', 'failed', 'cancelled'];

/** All that changes while one attempt of a scenario runs. */
export class ScenarioState {
  readonly scenario: Scenario;
  readonly id: string;
  readonly deps: ScenarioDeps;
  /** A moment of the clock. */
  readonly startedAtMs: number;
  /** Measures from the start of the scenario on; whoever runs it disposes it. */
  readonly lag: LagMeter;
  /** From 0. */
  readonly iteration: number;
  /** Of all records that it produces, as W3C Trace Context has it. */
  readonly traceId: string;
  /** `.variables`. */
  variables: JsonObject = {};
  /** What is found out after a task's verdict stands, only to explain it. */
  readonly explanations: Promise<void>[] = [];
  /** End offsets of all topics when the scenario started. */
  endOffsets: Promise<Positions> = Promise.resolve(new Map());
  readonly #tasks: ReadonlyMap<string, TaskState>;
  #stamped = 0;
  #sourceView: JsonObject = {};

  constructor(scenario: Scenario, attempt: Attempt, deps: ScenarioDeps) {
    this.scenario = scenario;
    this.id = attempt.id;
    this.iteration = attempt.iteration;
    this.deps = deps;
    this.startedAtMs = deps.clock.nowMs();
    this.lag = deps.clock.measureLag();
    this.traceId = digest(deps.run.id, attempt.id).slice(0, 32);
    this.#tasks = new Map(scenario.tasks.map((task) => [task.id, createTaskState(task, scenario)]));
  }

  /** What is known of a task. */
  of(task: string): TaskState {
    const found = this.#tasks.get(task);
    if (!found) throw new TypeError(`no task "${task}"`); // load let no such id through
    return found;
  }

  /** The JSON that expressions read, language.md §1. */
  expressionContext(added: JsonObject = {}): JsonObject {
    const { clock, env, run } = this.deps;
    const nowMs = clock.wallMs();
    return {
      variables: this.variables,
      env,
      run: { id: run.id, iteration: this.iteration, seed: run.seed, startedAt: run.startedAt },
      now: new Date(nowMs).toISOString(),
      nowMs,
      source: this.#source(),
      ...added,
    };
  }

  /** `.source`: the same object until something in it changes, so that the contexts of many records share it. */
  #source(): JsonObject {
    const views = [...this.#tasks].map(([id, { log }]) => [id, log.view()] as const);
    if (views.some(([id, view]) => this.#sourceView[id] !== view))
      this.#sourceView = Object.fromEntries(views);
    return this.#sourceView;
  }

  /** The headers of one more produced record; none when the scenario does not want any. */
  stamp(): readonly { readonly key: string; readonly value: string }[] {
    if (!this.scenario.stamp) return [];
    const spanId = digest(this.traceId, String(this.#stamped++)).slice(0, 16);
    return [
      { key: 'traceparent', value: `00-${this.traceId}-${spanId}-01` },
      { key: 'flowproof-run', value: this.deps.run.id },
    ];
  }

  /** The task has come to its END, or never will: its successors and children may go on, or are told. */
  end(task: string, end: TaskEnd): void {
    const state = this.of(task);
    state.end = end;
    state.log.end(this.deps.clock.wallMs());
    if (end.how === 'ended') state.moment.resolve(state.latestMs ?? this.deps.clock.nowMs());
    else state.moment.reject(new TaskSkipped(task));
    for (const child of state.children) this.of(child).queue.close(task);
  }

  /** Notes a task's verdict and emits it. */
  finish(
    task: ScenarioTask,
    verdict: TaskVerdict & { readonly durationMs: number } & Record<string, unknown>,
  ): void {
    this.of(task.id).verdict = verdict;
    this.deps.emit({ type: 'task-finished', scenario: this.id, task: task.id, ...verdict });
  }

  /** The scenario could not start, or not go on: every task without a verdict gets this one. */
  breakOff(verdict: TaskVerdict): void {
    for (const task of this.scenario.tasks) {
      if (!this.of(task.id).verdict) this.finish(task, { ...verdict, durationMs: 0 });
    }
  }

  /** Of the whole scenario, with the message of the first task, as written, that decided it. */
  verdict(): { readonly status: Exclude<ScenarioStatus, 'flaky'>; readonly message?: string } {
    const all = this.scenario.tasks.map((task) => this.of(task.id).verdict ?? { status: 'skipped' as const });
    const status = WEIGHT.find((one) => all.some((verdict) => verdict.status === one)) ?? 'passed';
    const decider = all.find((verdict) => verdict.status === status);
    return { status, ...(status !== 'passed' && decider?.message ? { message: decider.message } : {}) };
  }
}

function digest(...texts: readonly string[]): string {
  return createHash('sha256').update(texts.join(' ')).digest('hex');
}

function createTaskState(task: ScenarioTask, { tasks }: Scenario): TaskState {
  const moment = Promise.withResolvers<number>();
  moment.promise.catch(() => undefined); // whoever waits for it gets the rejection; nobody need wait
  return {
    log: new SourceLog(),
    moment,
    latestMs: undefined,
    queue: new EachQueue(task.each.map((parent) => parent.task)),
    children: tasks
      .filter((child) => child.each.some((parent) => parent.task === task.id))
      .map((child) => child.id),
    nextOffsets: undefined,
    end: undefined,
    verdict: undefined,
  };
}
