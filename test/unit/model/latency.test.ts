import { expect, test } from 'vitest';
import { Latencies, nearestRank } from '../../../src/model/latency.ts';

function summarize(latenciesMs: readonly number[]) {
  const latencies = new Latencies();
  for (const latencyMs of latenciesMs) latencies.add(latencyMs);
  return latencies.summary;
}

test.each([
  [[5], { count: 1, p50: 5, p95: 5, max: 5 }],
  [[3, 1], { count: 2, p50: 1, p95: 3, max: 3 }],
  [[3, 1, 2], { count: 3, p50: 2, p95: 3, max: 3 }],
  [Array.from({ length: 100 }, (_, index) => 100 - index), { count: 100, p50: 50, p95: 95, max: 100 }],
  [[10, 9, 100, 0.5], { count: 4, p50: 9, p95: 100, max: 100 }],
])('latencies %j are summed up by nearest rank', (latencies, summary) => {
  expect(summarize(latencies)).toEqual(summary);
});

test('no latencies have no summary', () => {
  expect(summarize([])).toBeUndefined();
});

test('latencies may be added after they were summed up', () => {
  const latencies = new Latencies();
  for (let latencyMs = 3000; latencyMs > 1000; latencyMs--) latencies.add(latencyMs);
  expect(latencies.summary).toEqual({ count: 2000, p50: 2000, p95: 2900, max: 3000 });
  latencies.add(1);
  expect(latencies.summary).toEqual({ count: 2001, p50: 2000, p95: 2900, max: 3000 });
});

test('the nearest rank of a share is a value that was measured', () => {
  expect([0.01, 0.25, 0.26, 0.75, 0.76, 1].map((share) => nearestRank([1, 2, 3, 4], share))).toEqual([
    1, 1, 2, 3, 4, 4,
  ]);
});
