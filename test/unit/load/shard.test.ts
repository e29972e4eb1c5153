import { expect, test } from 'vitest';
import { takeShard } from '../../../src/load/shard.ts';
import { manyScenarios } from '../../support/many-scenarios.ts';
import { planScenario } from '../../support/scenario-run.ts';

const scenarios = Array.from({ length: 10 }, (_, index) => ({
  ...planScenario({ tasks: { a: { wait: 1 } } }),
  suite: 'Suite 0',
  name: `scenario ${index}`,
}));
const names = (index: number, of: number, earlier?: ReturnType<typeof manyScenarios>) =>
  takeShard(scenarios, { index, of }, earlier).map(({ name }) => Number(name.split(' ')[1]));

test('every scenario is in exactly one part, and parts differ by one at most', () => {
  const parts = [1, 2, 3].map((index) => names(index, 3));
  expect(parts.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(parts.map(({ length }) => length)).toEqual([4, 3, 3]);
});

test('parts take the same time, when an earlier run says how long each takes', () => {
  const run = manyScenarios({ scenarios: 10, failures: 0 });
  const durations = [900, 100, 100, 100, 100, 100, 100, 100, 100, 100];
  const earlier = {
    ...run,
    scenarios: run.scenarios.map((scenario, index) => ({ ...scenario, durationMs: durations[index] ?? 0 })),
  };
  expect(names(1, 2, earlier)).toEqual([0]);
  expect(names(2, 2, earlier)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('there may be more parts than scenarios', () => {
  expect(names(11, 12)).toEqual([]);
});
