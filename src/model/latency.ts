import { z } from 'zod';

/** How long records took, in milliseconds, by nearest rank: each number is one that was measured. */
export const latencySummary = z.object({
  count: z.number().int(),
  p50: z.number(),
  p95: z.number(),
  max: z.number(),
});
export type LatencySummary = z.infer<typeof latencySummary>;

/** Latencies that are measured one by one, in any order. A million of them take 8 MB, and are sorted where they stand. */
export class Latencies {
  #values = new Float64Array(16);
  #count = 0;

  add(latencyMs: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Float64Array(2 * this.#count);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count++] = latencyMs;
  }

  get count(): number {
    return this.#count;
  }

  /** What is measured so far by nearest rank; undefined when that is nothing. */
  get summary(): LatencySummary | undefined {
    const sorted = this.#values.subarray(0, this.#count).sort();
    const max = sorted.at(-1);
    if (max === undefined) return undefined;
    return { count: sorted.length, p50: nearestRank(sorted, 0.5), p95: nearestRank(sorted, 0.95), max };
  }
}

/**
 * The smallest value that at least `share` of all values do not exceed.
 * @param sorted ascending, not empty
 * @param share above 0, at most 1
 */
export function nearestRank(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(Math.ceil(sorted.length * share), 1) - 1] ?? Number.NaN;
}
