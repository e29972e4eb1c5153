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
  #values = new Float64Array(16);
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
function nearestRank(sorted, share) {
  return sorted[Math.max(Math.ceil(sorted.length * share), 1) - 1] ?? Number.NaN;
}
__name(nearestRank, "nearestRank");

// src/model/record.ts
var json = external_exports.custom(() => true);
var recordView = external_exports.object({
  topic: external_exports.string(),
  partition: external_exports.number().int(),
  offset: external_exports.union([external_exports.number(), external_exports.bigint()]),
  timestamp: external_exports.union([external_exports.number(), external_exports.bigint()]).describe("epoch milliseconds"),
  key: json,
  value: json,
  headers: external_exports.array(
    external_exports.object({ key: external_exports.string(), value: external_exports.string().nullable(), encoding: external_exports.literal("base64").optional() })
  ),
  keySchemaId: external_exports.int().optional().describe("the schema that the key was written with, in the registry"),
  valueSchemaId: external_exports.int().optional().describe("the schema that the value was written with, in the registry"),
  latencyMs: external_exports.number().optional().describe("from the trigger to the arrival of the fetch response"),
  momentMs: external_exports.number().optional().describe("when it was acknowledged, or had arrived; milliseconds since the start of the run")
});
function placeOf({ topic, partition, offset }) {
  return `${topic}[${partition}]@${offset}`;
}
__name(placeOf, "placeOf");

export {
  latencySummary,
  Latencies,
  recordView,
  placeOf
};
