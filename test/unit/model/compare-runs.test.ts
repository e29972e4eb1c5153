import { describe, expect, test } from 'vitest';
import { compareRuns } from '../../../src/model/compare-runs.ts';
import type { RunResult, ScenarioResult } from '../../../src/model/run-result.ts';
import { foldEvents, readGoldenEvents } from '../../support/golden-runs.ts';

const run = foldEvents(readGoldenEvents('retail-passed'));
const TITLE = 'Retail System › Free member upsell';

function changed(change: (scenario: ScenarioResult) => ScenarioResult): RunResult {
  return { ...run, scenarios: run.scenarios.map(change) };
}

const of = (status: ScenarioResult['status']): RunResult => changed((scenario) => ({ ...scenario, status }));

function lasting(ms: number): RunResult {
  return changed((scenario) => ({
    ...scenario,
    tasks: scenario.tasks.map((task) =>
      task.id === 'check-enriched' ? { ...task, latencyMs: { count: 1, p50: ms, p95: ms, max: ms } } : task,
    ),
  }));
}

describe('since an earlier run', () => {
  test.each([
    ['passed', 'failed', { newFailures: [TITLE] }],
    ['passed', 'error', { newFailures: [TITLE] }],
    ['failed', 'error', {}],
    ['failed', 'passed', { fixed: [TITLE] }],
    ['failed', 'skipped', {}],
    ['passed', 'flaky', { newlyFlaky: [TITLE] }],
    ['flaky', 'flaky', {}],
  ] as const)('a scenario that %s and now %s counts as %j', (before, after, found) => {
    const nothing = { newFailures: [], fixed: [], newlyFlaky: [], slower: [] };
    expect(compareRuns(of(before), of(after))).toEqual({ ...nothing, ...found });
  });

  test.each([
    [34, 80, true],
    [34, 52, false],
    [1000, 1400, false],
    [5, 20, false],
  ])('a latency of %d ms that is %d ms now has grown: %s', (before, after, hasGrown) => {
    expect(compareRuns(lasting(before), lasting(after)).slower).toHaveLength(hasGrown ? 1 : 0);
  });

  test('a scenario that is new is a new failure when it fails', () => {
    expect(compareRuns({ ...run, scenarios: [] }, of('failed')).newFailures).toEqual([TITLE]);
  });
});
