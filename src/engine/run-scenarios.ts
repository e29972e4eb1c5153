import { availableParallelism } from 'node:os';
import type { RunStatus, ScenarioStatus } from '../model/status.ts';
import type { Scenario } from '../tasks/scenario.ts';
import { sharedTopics } from '../tasks/shared-topics.ts';
import { runScenario } from './run-scenario.ts';
import type { ScenarioDeps } from './scenario-deps.ts';
import { type Planned, runScheduled } from './schedule.ts';

/** Exit codes of language.md §9 for runs that did their work. */
const EXIT_CODES: Readonly<Record<RunStatus, number>> = { passed: 0, failed: 1, error: 3, cancelled: 130 };

/** How a run came out. */
export interface RunVerdict {
  readonly status: RunStatus;
  readonly exitCode: number;
}

/** How scenarios are run; a scenario's own `retries` and `iterations` win. */
export interface RunningOptions {
  /** How often a scenario is run again that did not pass. */
  readonly retries: number;
  /** How often each scenario is run. */
  readonly iterations: number;
  /** How many at a time; `auto`: as many as the machine has processors. */
  readonly concurrency: number | 'auto';
  /** Start no more once one has failed. */
  readonly failFast: boolean;
}

/** One scenario in one iteration. */
export interface PlannedScenario extends Planned {
  readonly scenario: Scenario;
  /** From 0. */
  readonly iteration: number;
  /** Names it in events; stable over runs of the same files. */
  readonly id: string;
}

/** All that will run, in order of files and iterations. */
export function planRun(
  scenarios: readonly Scenario[],
  { iterations }: Pick<RunningOptions, 'iterations'>,
): readonly PlannedScenario[] {
  const planned = scenarios.flatMap((scenario) =>
    Array.from({ length: scenario.iterations ?? iterations }, (_, iteration) => ({ scenario, iteration })),
  );
  return planned.map((one, index) => ({ ...one, id: `s${index + 1}`, topics: sharedTopics(one.scenario) }));
}

/** Runs what was planned. Rejects on bugs only. */
export async function runScenarios(
  planned: readonly PlannedScenario[],
  options: RunningOptions,
  deps: ScenarioDeps,
): Promise<RunVerdict> {
  const statuses: ScenarioStatus[] = [];
  const hasFailed = (): boolean => statuses.some((status) => status === 'failed' || status === 'error');
  await runScheduled(planned, {
    concurrency: options.concurrency === 'auto' ? availableParallelism() : options.concurrency,
    goesOn: () => !deps.signal.aborted && !(options.failFast && hasFailed()),
    run: async (one) => void statuses.push(await runAttempts(one, options, deps)),
  });
  return verdictOf(
    deps.signal.aborted && statuses.length < planned.length ? [...statuses, 'cancelled'] : statuses,
  );
}

/** Until it passes, or has been tried often enough. */
async function runAttempts(
  { scenario, iteration, id }: PlannedScenario,
  options: RunningOptions,
  deps: ScenarioDeps,
): Promise<ScenarioStatus> {
  const mostAttempts = 1 + (scenario.retries ?? options.retries);
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? id : `${id}.${attempt}`;
    const status = await runScenario(scenario, { id: name, iteration, attempt }, deps);
    const isBad = status === 'failed' || status === 'error';
    if (!isBad || attempt === mostAttempts || deps.signal.aborted) return status;
  }
}

/** The run's verdict of its scenarios': an error weighs more than a failure, both more than a cancellation. */
export function verdictOf(statuses: readonly ScenarioStatus[]): RunVerdict {
  const status =
    (['error', 'failed', 'cancelled'] as const).find((one) => statuses.includes(one)) ?? 'passed';
  return { status, exitCode: EXIT_CODES[status] };
}
