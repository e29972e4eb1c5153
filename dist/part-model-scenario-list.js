import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/model/scenario-list.ts
function byPlace(a, b) {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.iteration - b.iteration;
}
__name(byPlace, "byPlace");
function countStatuses(scenarios) {
  const of = /* @__PURE__ */ __name((status) => scenarios.filter((scenario) => scenario.status === status).length, "of");
  return {
    total: scenarios.length,
    passed: of("passed"),
    failed: of("failed"),
    errors: of("error"),
    flaky: of("flaky"),
    skipped: of("skipped"),
    cancelled: of("cancelled")
  };
}
__name(countStatuses, "countStatuses");

export {
  byPlace,
  countStatuses
};
