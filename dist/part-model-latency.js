import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  external_exports
} from "./part-zod.js";
import {
  __name
} from "./part-shared.js";

// src/model/latency.ts
var latencySummary = external_exports.object({
  count: external_exports.number().int(),
  p50: external_exports.number(),
  p95: external_exports.number(),
  max: external_exports.number()
});
var Latencies = class {
  static {
    __name(this, "Latencies");
  }
  #values = new Float64Array(1024);
  #count = 0;
  add(latencyMs) {
    if (this.#count === this.#values.length) {
      const grown = new Float64Array(2 * this.#count);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count++] = latencyMs;
  }
  get count() {
    return this.#count;
  }
  /** What is measured so far by nearest rank; undefined when that is nothing. */
  get summary() {
    const sorted = this.#values.subarray(0, this.#count).sort();
    const max = sorted.at(-1);
    if (max === void 0) return void 0;
    return { count: sorted.length, p50: nearestRank(sorted, 0.5), p95: nearestRank(sorted, 0.95), max };
  }
};
function summarizeLatencies(latenciesMs) {
  const latencies = new Latencies();
  for (const latencyMs of latenciesMs) latencies.add(latencyMs);
  return latencies.summary;
}
__name(summarizeLatencies, "summarizeLatencies");
function nearestRank(sorted, share) {
  return sorted[Math.max(Math.ceil(sorted.length * share), 1) - 1] ?? Number.NaN;
}
__name(nearestRank, "nearestRank");

export {
  latencySummary,
  Latencies,
  summarizeLatencies
};
