import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  byPlace,
  countStatuses
} from "./part-model-scenario-list.js";
import {
  __name
} from "./part-shared.js";

// src/model/merge-runs.ts
var ORDER = ["error", "failed", "cancelled", "passed"];
var EXIT_CODES = { passed: 0, failed: 1, error: 3, cancelled: 130 };
function mergeRuns(results) {
  const [first] = results;
  const startedAt = results.map((result) => result.startedAt).toSorted()[0] ?? first.startedAt;
  const statuses = results.map(({ status: status2 }) => status2);
  const status = ORDER.find((one) => statuses.includes(one)) ?? first.status;
  const scenarios = mergeScenarios(results, Date.parse(startedAt));
  return {
    ...first,
    status,
    exitCode: EXIT_CODES[status],
    startedAt,
    durationMs: Math.max(...results.map(endOf)) - Date.parse(startedAt),
    counts: countStatuses(scenarios),
    environment: {
      ...first.environment,
      services: results.flatMap(({ environment }) => environment.services)
    },
    warnings: [...new Set(results.flatMap(({ warnings }) => warnings))],
    ...messageOf(results),
    scenarios
  };
}
__name(mergeRuns, "mergeRuns");
function endOf({ startedAt, durationMs }) {
  return Date.parse(startedAt) + durationMs;
}
__name(endOf, "endOf");
function mergeScenarios(results, startMs) {
  const all = results.flatMap(({ scenarios, startedAt }) => {
    const laterMs = Date.parse(startedAt) - startMs;
    return scenarios.map((scenario) => moved(scenario, laterMs));
  });
  const groups = Map.groupBy(
    all,
    ({ file, suite, name, iteration }) => JSON.stringify([file, suite, name, iteration])
  );
  return Array.from(groups.values(), worst).toSorted(byPlace);
}
__name(mergeScenarios, "mergeScenarios");
function moved(scenario, laterMs) {
  return {
    ...scenario,
    startedAtMs: scenario.startedAtMs + laterMs,
    ...scenario.timeline ? { timeline: { ...scenario.timeline, triggerAtMs: scenario.timeline.triggerAtMs + laterMs } } : {},
    tasks: scenario.tasks.map((task) => ({
      ...task,
      ...task.startedAtMs === void 0 ? {} : { startedAtMs: task.startedAtMs + laterMs },
      ...task.deadlineMs === void 0 ? {} : { deadlineMs: task.deadlineMs + laterMs }
    }))
  };
}
__name(moved, "moved");
var SCENARIO_ORDER = [
  "error",
  "failed",
  "flaky",
  "passed",
  "cancelled",
  "skipped"
];
function worst(same) {
  const sorted = same.toSorted((a, b) => SCENARIO_ORDER.indexOf(a.status) - SCENARIO_ORDER.indexOf(b.status));
  return sorted[0];
}
__name(worst, "worst");
function messageOf(results) {
  const told = results.find(({ message }) => message !== void 0);
  return told ? { message: told.message, detail: told.detail } : {};
}
__name(messageOf, "messageOf");

export {
  mergeRuns
};
