import { z } from 'zod';

/** How long records took, in milliseconds, by nearest rank: each number is one that was measured. */
export const latencySummary = z.object({
  count: z.number().int(),
  p50: z.number(),
  p95: z.number(),
  max: z.number(),
});
export type LatencySummary = z.infer<typeof latencySummary>;

/** The summary of measured latencies in any order; undefined when there are none. */
export function summarizeLatencies(latenciesMs: readonly number[]): LatencySummary | undefined {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const max = sorted.at(-1);
  if (max === undefined) return undefined;
  return { count: sorted.length, p50: nearestRank(sorted, 0.5), p95: nearestRank(sorted, 0.95), max };
}

/**
 * The smallest value that at least `share` of all values do not exceed.
 * @param sorted ascending, not empty
 * @param share above 0, at most 1
 */
export function nearestRank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(Math.ceil(sorted.length * share), 1) - 1] ?? Number.NaN;
}
