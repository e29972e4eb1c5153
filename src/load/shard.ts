import type { RunResult } from '../model/run-result.ts';
import type { Scenario } from '../tasks/scenario.ts';

/** The `index`-th of `of` parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/**
 * One part of the scenarios, in their order. With an earlier run the parts take about the same time: the longest
 * scenarios are dealt out first, each to the part that has least to do. A scenario that it did not have counts as one of
 * average length. Every machine deals the same way.
 */
export function takeShard(
  scenarios: readonly Scenario[],
  { index, of }: Shard,
  earlier: RunResult | undefined,
): readonly Scenario[] {
  const durationOf = earlier ? durationsIn(earlier) : () => 1;
  const loads = Array.from({ length: of }, () => 0);
  const parts = new Map<Scenario, number>();
  for (const scenario of scenarios.toSorted((a, b) => durationOf(b) - durationOf(a))) {
    const part = loads.indexOf(Math.min(...loads));
    loads[part] = (loads[part] ?? 0) + durationOf(scenario);
    parts.set(scenario, part);
  }
  return scenarios.filter((scenario) => parts.get(scenario) === index - 1);
}

/** How long each scenario took, in milliseconds, all its iterations together. */
function durationsIn({ scenarios }: RunResult): (scenario: Scenario) => number {
  const durations = new Map<string, number>();
  for (const { suite, name, durationMs } of scenarios) {
    const title = JSON.stringify([suite, name]);
    durations.set(title, (durations.get(title) ?? 0) + durationMs);
  }
  const total = durations.values().reduce((sum, ms) => sum + ms, 0);
  const average = durations.size > 0 ? total / durations.size : 1;
  return ({ suite, name }) => durations.get(JSON.stringify([suite, name])) ?? average;
}
