import type { RunStatus, ScenarioStatus } from '../model/status.ts';
import type { Scenario } from '../tasks/scenario.ts';
import { runScenario } from './run-scenario.ts';
import type { ScenarioDeps } from './scenario-deps.ts';

/** Exit codes of language.md §9 for runs that did their work. */
const EXIT_CODES: Readonly<Record<RunStatus, number>> = { passed: 0, failed: 1, error: 3, cancelled: 130 };

/** How a run came out. */
export interface RunVerdict {
  readonly status: RunStatus;
  readonly exitCode: number;
}

/** Runs the scenarios one after the other, in their order. Rejects on bugs only. */
export async function runScenarios(scenarios: readonly Scenario[], deps: ScenarioDeps): Promise<RunVerdict> {
  const statuses: ScenarioStatus[] = [];
  for (const [index, scenario] of scenarios.entries())
    statuses.push(await runScenario(scenario, { id: `s${index + 1}`, iteration: 0, attempt: 1 }, deps));
  return verdictOf(statuses);
}

/** The run's verdict of its scenarios': an error weighs more than a failure, both more than a cancellation. */
export function verdictOf(statuses: readonly ScenarioStatus[]): RunVerdict {
  const status =
    (['error', 'failed', 'cancelled'] as const).find((one) => statuses.includes(one)) ?? 'passed';
  return { status, exitCode: EXIT_CODES[status] };
}
