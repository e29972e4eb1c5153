import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  compact
} from "./part-model-compact.js";
import {
  Latencies
} from "./part-model-record.js";
import {
  __name
} from "./part-shared.js";

// src/model/fold-task.ts
var RECORDS_PER_TASK = 20;
function createTaskFold(plan) {
  let started;
  let finished;
  let recordCount = 0;
  const records = [];
  const latencies = new Latencies();
  const checks = [];
  const addRecord = /* @__PURE__ */ __name((record) => {
    recordCount++;
    if (records.length < RECORDS_PER_TASK) records.push(record);
    if (record.latencyMs !== void 0) latencies.add(record.latencyMs);
  }, "addRecord");
  const addCheck = /* @__PURE__ */ __name((check) => {
    checks.push({ ...check, ...compact({ line: check.span?.line, column: check.span?.column }) });
  }, "addCheck");
  return {
    on(event) {
      if (event.type === "task-started") started = event;
      else if (event.type === "record-produced" || event.type === "record-consumed") addRecord(event.record);
      else if (event.type === "check-evaluated") addCheck(event.check);
      else if (event.type === "task-finished") finished = event;
    },
    result: /* @__PURE__ */ __name((unfinished) => ({
      ...plan,
      ...compact({ startedAtMs: started?.atMs, deadlineMs: started?.deadlineMs }),
      ...outcome(started, finished, unfinished),
      ...compact({ latencyMs: finished?.latencyMs ?? latencies.summary }),
      records: [...records],
      recordCount: Math.max(recordCount, finished?.recordCount ?? finished?.consume?.matched ?? 0),
      checks: [...checks]
    }), "result")
  };
}
__name(createTaskFold, "createTaskFold");
function outcome(started, finished, unfinished) {
  if (finished) {
    const { status, durationMs, message, detail, consume, diagnosis, span } = finished;
    return { status, durationMs, ...compact({ message, detail, consume, diagnosis, span }) };
  }
  if (started) return { status: "cancelled", durationMs: unfinished.nowMs - started.atMs };
  return { status: unfinished.notStarted, durationMs: 0 };
}
__name(outcome, "outcome");

export {
  createTaskFold
};
