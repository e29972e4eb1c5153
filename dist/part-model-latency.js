import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/model/compact.ts
function compact(value) {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== void 0));
}
__name(compact, "compact");

// src/model/latency.ts
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
  compact,
  summarizeLatencies,
  nearestRank
};
