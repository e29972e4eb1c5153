import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  checkOutcome,
  consumeFacts,
  diagnosis,
  sourceSpan
} from "./part-model-run-event.js";
import {
  runStatus,
  scenarioStatus,
  taskStatus
} from "./part-model-status.js";
import {
  latencySummary,
  recordView
} from "./part-model-record.js";
import {
  external_exports
} from "./part-zod.js";
import {
  __name
} from "./part-shared.js";

// src/model/timeline.ts
var timelineEntry = external_exports.object({
  atMs: external_exports.number(),
  untilMs: external_exports.number().optional().describe("of what lasts: a span"),
  lane: external_exports.enum(["task", "topic", "service", "trace"]),
  name: external_exports.string().describe("of the task, topic or service"),
  what: external_exports.string().describe("what happened, in the past tense")
});
var hop = external_exports.object({
  task: external_exports.string(),
  topics: external_exports.array(external_exports.string()),
  fromMs: external_exports.number(),
  tookMs: external_exports.number(),
  share: external_exports.number().describe("of the whole path, from 0 to 1"),
  reached: external_exports.boolean().describe("its record came, late or not; else it was waited for in vain")
});
var timeline = external_exports.object({
  triggerAtMs: external_exports.number().describe("since the start of the run"),
  entries: external_exports.array(timelineEntry).describe("in order of time; the first ones when there are very many"),
  criticalPath: external_exports.array(hop).describe("from the trigger to the last awaited record, one entry per consume task")
});

// src/model/run-result.ts
var count = external_exports.number().int();
var checkResult = checkOutcome.extend({
  line: count.optional().describe("where `span` begins"),
  column: count.optional()
});
var taskResult = external_exports.object({
  id: external_exports.string(),
  name: external_exports.string(),
  kind: external_exports.string(),
  after: external_exports.array(external_exports.string()),
  topics: external_exports.array(external_exports.string()),
  status: taskStatus,
  startedAtMs: external_exports.number().optional().describe("since the start of the run; absent when it never started"),
  durationMs: external_exports.number(),
  deadlineMs: external_exports.number().optional().describe("since the start of the run"),
  message: external_exports.string().optional(),
  detail: external_exports.array(external_exports.string()).optional(),
  latencyMs: latencySummary.optional(),
  records: external_exports.array(recordView),
  recordCount: count.describe("all that were produced or matched; `records` keeps the first ones"),
  checks: external_exports.array(checkResult),
  consume: consumeFacts.optional(),
  diagnosis: diagnosis.optional(),
  span: sourceSpan.optional().describe("the task; or what failed in it")
});
var scenarioResult = external_exports.object({
  suite: external_exports.string(),
  name: external_exports.string(),
  description: external_exports.string().optional(),
  file: external_exports.string(),
  line: count,
  tags: external_exports.array(external_exports.string()),
  status: scenarioStatus,
  attempts: count,
  iteration: count,
  startedAtMs: external_exports.number(),
  durationMs: external_exports.number(),
  message: external_exports.string().optional(),
  diagnosis: diagnosis.optional().describe("of the task that decided it"),
  tasks: external_exports.array(taskResult),
  timeline: timeline.optional().describe("absent when it never started")
});
var runResult = external_exports.object({
  version: external_exports.literal(1),
  tool: external_exports.string().describe("flowproof's version"),
  runId: external_exports.string(),
  status: runStatus,
  exitCode: count,
  seed: count,
  startedAt: external_exports.string().describe("ISO 8601"),
  durationMs: external_exports.number(),
  counts: external_exports.object({
    total: count,
    passed: count,
    failed: count,
    errors: count,
    flaky: count,
    skipped: count,
    cancelled: count
  }),
  environment: external_exports.object({
    name: external_exports.string(),
    kafka: external_exports.object({ provider: external_exports.string(), version: external_exports.string().optional(), bootstrap: external_exports.string() }).optional(),
    services: external_exports.array(
      external_exports.object({
        name: external_exports.string(),
        status: external_exports.enum(["starting", "ready", "exited", "stopped"]),
        readyMs: external_exports.number().optional(),
        exitCode: external_exports.number().int().nullable().optional(),
        lastLines: external_exports.array(external_exports.string()).describe("at most 20")
      })
    )
  }),
  message: external_exports.string().optional().describe("why the run as a whole could not do its work"),
  detail: external_exports.array(external_exports.string()).optional(),
  span: sourceSpan.optional().describe("the setting in flowproof.yaml that the message is about"),
  warnings: external_exports.array(external_exports.string()),
  scenarios: external_exports.array(scenarioResult)
});
function reportJsonSchema() {
  return external_exports.toJSONSchema(runResult, {
    io: "input",
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === "bigint") jsonSchema.type = "integer";
    }
  });
}
__name(reportJsonSchema, "reportJsonSchema");

export {
  runResult,
  reportJsonSchema
};
