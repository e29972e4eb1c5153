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
function summarizeLatencies(latenciesMs) {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const max = sorted.at(-1);
  if (max === void 0) return void 0;
  return { count: sorted.length, p50: nearestRank(sorted, 0.5), p95: nearestRank(sorted, 0.95), max };
}
__name(summarizeLatencies, "summarizeLatencies");
function nearestRank(sorted, share) {
  return sorted[Math.max(Math.ceil(sorted.length * share), 1) - 1] ?? Number.NaN;
}
__name(nearestRank, "nearestRank");

export {
  latencySummary,
  summarizeLatencies,
  nearestRank
};
