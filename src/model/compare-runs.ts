import { z } from 'zod';
import type { RunResult, ScenarioResult } from './run-result.ts';

const titles = z.array(z.string());

/** What became of the scenarios of an earlier run: each is named as `suite › scenario`. */
export const runComparison = z.object({
  newFailures: titles.describe('fail now, and did not before'),
  fixed: titles.describe('failed before, and pass now'),
  newlyFlaky: titles,
  slower: z.array(
    z.object({ scenario: z.string(), task: z.string(), beforeMs: z.number(), afterMs: z.number() }),
  ),
});
export type RunComparison = z.infer<typeof runComparison>;

/** A latency has grown when its 95th percentile is both this much longer and this many times as long. */
const GROWTH_MS = 20;
const GROWTH_FACTOR = 1.5;

/** Compares two runs of the same scenarios; those that only one of them has count for nothing but new failures. */
export function compareRuns(before: RunResult, after: RunResult): RunComparison {
  const earlier = new Map(before.scenarios.map((scenario) => [identity(scenario), scenario]));
  const pairs = after.scenarios.map((now) => ({ now, was: earlier.get(identity(now)) }));
  const named = (condition: (now: ScenarioResult, was: ScenarioResult | undefined) => boolean): string[] =>
    pairs.filter(({ now, was }) => condition(now, was)).map(({ now }) => identity(now));
  return {
    newFailures: named((now, was) => isBad(now) && !(was && isBad(was))),
    fixed: named((now, was) => now.status === 'passed' && was !== undefined && isBad(was)),
    newlyFlaky: named((now, was) => now.status === 'flaky' && was?.status !== 'flaky'),
    slower: pairs.flatMap(({ now, was }) => (was ? slowerTasks(was, now) : [])),
  };
}

function slowerTasks(was: ScenarioResult, now: ScenarioResult): RunComparison['slower'] {
  return now.tasks.flatMap((task) => {
    const beforeMs = was.tasks.find(({ id }) => id === task.id)?.latencyMs?.p95;
    const afterMs = task.latencyMs?.p95;
    if (beforeMs === undefined || afterMs === undefined) return [];
    const hasGrown = afterMs - beforeMs >= GROWTH_MS && afterMs >= beforeMs * GROWTH_FACTOR;
    return hasGrown ? [{ scenario: identity(now), task: task.name, beforeMs, afterMs }] : [];
  });
}

function identity({ suite, name, iteration }: ScenarioResult): string {
  return `${suite} › ${name}${iteration > 0 ? ` (iteration ${iteration + 1})` : ''}`;
}

function isBad({ status }: ScenarioResult): boolean {
  return status === 'failed' || status === 'error';
}
