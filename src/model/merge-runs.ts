import type { RunResult, ScenarioResult } from './run-result.ts';
import { byPlace, countStatuses } from './scenario-list.ts';
import type { RunStatus, ScenarioStatus } from './status.ts';

/** Worst first. */
const ORDER: readonly RunStatus[] = ['error', 'failed', 'cancelled', 'passed'];
const EXIT_CODES: Readonly<Record<RunStatus, number>> = { passed: 0, failed: 1, error: 3, cancelled: 130 };

/**
 * One result of the shards of a run, as if one machine had run it all: scenarios in the order of their files, of a
 * scenario that several ran the worst result, the time from the first start to the last end.
 * @param results at least one
 */
export function mergeRuns(results: readonly [RunResult, ...RunResult[]]): RunResult {
  const [first] = results;
  const startedAt = results.map((result) => result.startedAt).toSorted()[0] ?? first.startedAt;
  const statuses = results.map(({ status }) => status);
  const status = ORDER.find((one) => statuses.includes(one)) ?? first.status;
  const scenarios = mergeScenarios(results, Date.parse(startedAt));
  return {
    ...first,
    status,
    exitCode: EXIT_CODES[status],
    startedAt,
    durationMs: Math.max(...results.map(endOf)) - Date.parse(startedAt),
    counts: countStatuses(scenarios),
    environment: {
      ...first.environment,
      services: results.flatMap(({ environment }) => environment.services),
    },
    warnings: [...new Set(results.flatMap(({ warnings }) => warnings))],
    ...messageOf(results),
    scenarios,
  };
}

function endOf({ startedAt, durationMs }: RunResult): number {
  return Date.parse(startedAt) + durationMs;
}

/** Times count from the start of the earliest run. */
function mergeScenarios(results: readonly RunResult[], startMs: number): ScenarioResult[] {
  const all = results.flatMap(({ scenarios, startedAt }) => {
    const laterMs = Date.parse(startedAt) - startMs;
    return scenarios.map((scenario) => moved(scenario, laterMs));
  });
  const groups = Map.groupBy(all, ({ file, suite, name, iteration }) =>
    JSON.stringify([file, suite, name, iteration]),
  );
  return Array.from(groups.values(), worst).toSorted(byPlace);
}

function moved(scenario: ScenarioResult, laterMs: number): ScenarioResult {
  return {
    ...scenario,
    startedAtMs: scenario.startedAtMs + laterMs,
    ...(scenario.timeline
      ? { timeline: { ...scenario.timeline, triggerAtMs: scenario.timeline.triggerAtMs + laterMs } }
      : {}),
    tasks: scenario.tasks.map((task) => ({
      ...task,
      ...(task.startedAtMs === undefined ? {} : { startedAtMs: task.startedAtMs + laterMs }),
      ...(task.deadlineMs === undefined ? {} : { deadlineMs: task.deadlineMs + laterMs }),
    })),
  };
}

const SCENARIO_ORDER: readonly ScenarioStatus[] = [
  'error',
  'failed',
  'flaky',
  'passed',
  'cancelled',
  'skipped',
];

/** What was run says more than what was not. @param same at least one */
function worst(same: readonly ScenarioResult[]): ScenarioResult {
  const sorted = same.toSorted((a, b) => SCENARIO_ORDER.indexOf(a.status) - SCENARIO_ORDER.indexOf(b.status));
  return sorted[0] as ScenarioResult; // a group is never empty
}

function messageOf(results: readonly RunResult[]): Pick<RunResult, 'message' | 'detail'> {
  const told = results.find(({ message }) => message !== undefined);
  return told ? { message: told.message, detail: told.detail } : {};
}
