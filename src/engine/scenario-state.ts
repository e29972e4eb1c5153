import type { JsonObject } from '../model/json.ts';
import type { ScenarioStatus, TaskStatus } from '../model/status.ts';
import type { TaskOutcome } from '../tasks/define-task.ts';
import type { Scenario, ScenarioTask } from '../tasks/scenario.ts';
import type { ScenarioDeps } from './scenario-deps.ts';

/** How one task came out, for the scenario's verdict. */
interface TaskVerdict {
  readonly status: TaskStatus;
  readonly message?: string | undefined;
}

/** Worst first: what decides the scenario when its tasks differ. */
const WEIGHT: readonly TaskStatus[] = ['error', 'failed', 'cancelled'];

/** All that changes while one attempt of a scenario runs. */
export class ScenarioState {
  readonly scenario: Scenario;
  readonly id: string;
  readonly deps: ScenarioDeps;
  /** `.variables`. */
  variables: JsonObject = {};
  /** Of the tasks that have ended. */
  readonly outcomes = new Map<string, TaskOutcome>();
  readonly #moments = new Map<string, PromiseWithResolvers<number>>();
  readonly #verdicts = new Map<string, TaskVerdict>();

  constructor(scenario: Scenario, id: string, deps: ScenarioDeps) {
    this.scenario = scenario;
    this.id = id;
    this.deps = deps;
  }

  /** The JSON that expressions read, language.md §1. */
  expressionContext(added: JsonObject = {}): JsonObject {
    const { clock, env, run } = this.deps;
    const nowMs = clock.wallMs();
    return {
      variables: this.variables,
      env,
      run: { id: run.id, iteration: 0, seed: run.seed, startedAt: run.startedAt },
      now: new Date(nowMs).toISOString(),
      nowMs,
      source: Object.fromEntries([...this.outcomes].map(([task, outcome]) => [task, outcome.source])),
      ...added,
    };
  }

  /** Notes how a task ended. */
  setOutcome(task: string, outcome: TaskOutcome): void {
    this.outcomes.set(task, outcome);
    this.#moment(task).resolve(outcome.momentMs);
  }

  /** `momentMs` of a task's outcome, once there is one. */
  momentOf(task: string): Promise<number> {
    return this.#moment(task).promise;
  }

  #moment(task: string): PromiseWithResolvers<number> {
    const known = this.#moments.get(task) ?? Promise.withResolvers<number>();
    this.#moments.set(task, known);
    return known;
  }

  /** Notes a task's verdict and emits it. */
  finish(
    task: ScenarioTask,
    verdict: TaskVerdict & { readonly durationMs: number } & Record<string, unknown>,
  ): void {
    this.#verdicts.set(task.id, verdict);
    this.deps.emit({ type: 'task-finished', scenario: this.id, task: task.id, ...verdict });
  }

  /** The scenario could not start, or not go on: every task without a verdict gets this one. */
  breakOff(verdict: TaskVerdict): void {
    for (const task of this.scenario.tasks) {
      if (!this.#verdicts.has(task.id)) this.finish(task, { ...verdict, durationMs: 0 });
    }
  }

  /** Of the whole scenario, with the message of the first task, as written, that decided it. */
  verdict(): { readonly status: ScenarioStatus; readonly message?: string } {
    const all = this.scenario.tasks.map(
      (task) => this.#verdicts.get(task.id) ?? { status: 'skipped' as const },
    );
    const status = WEIGHT.find((one) => all.some((verdict) => verdict.status === one));
    const message = all.find((verdict) => verdict.status === status)?.message;
    return { status: status ?? 'passed', ...(status && message ? { message } : {}) } as {
      status: ScenarioStatus;
    };
  }
}
