import type { RunResult, ScenarioResult } from './run-result.ts';

/** Compares by file and line: an order that does not depend on timing. */
export function byPlace(a: ScenarioResult, b: ScenarioResult): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.iteration - b.iteration;
}

/** How many scenarios there are of each status. */
export function countStatuses(scenarios: readonly ScenarioResult[]): RunResult['counts'] {
  const of = (status: ScenarioResult['status']): number =>
    scenarios.filter((scenario) => scenario.status === status).length;
  return {
    total: scenarios.length,
    passed: of('passed'),
    failed: of('failed'),
    errors: of('error'),
    flaky: of('flaky'),
    skipped: of('skipped'),
    cancelled: of('cancelled'),
  };
}
