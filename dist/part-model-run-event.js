import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
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

// src/model/check-outcome.ts
var json = external_exports.custom(() => true);
var sourceSpan = external_exports.object({
  file: external_exports.string(),
  line: external_exports.number().int(),
  column: external_exports.number().int(),
  endLine: external_exports.number().int(),
  endColumn: external_exports.number().int()
});
var checkOutcome = external_exports.object({
  name: external_exports.string(),
  status: external_exports.enum(["passed", "failed", "notEvaluated"]),
  operator: external_exports.string().describe(
    'with its negation: "equals", "not equals"; "is true" for a bare predicate, its own sign for one that compares'
  ),
  expected: json.optional(),
  actual: json.optional().describe("absent when the path is missing"),
  message: external_exports.string().optional().describe("one sentence with both sides; absent when passed"),
  difference: external_exports.array(external_exports.object({ path: external_exports.string(), expected: json.optional(), actual: json.optional() })).optional().describe("path by path, for structured values"),
  record: external_exports.object({ topic: external_exports.string(), partition: external_exports.number(), offset: external_exports.union([external_exports.number(), external_exports.bigint()]) }).optional().describe("the first record that failed it, or the last that passed it"),
  evaluated: external_exports.number().int().describe("on how many records, responses or rows"),
  failed: external_exports.number().int().describe("on how many of them it failed"),
  span: sourceSpan.optional()
});

// src/model/diagnosis.ts
var diagnosis = external_exports.object({
  id: external_exports.string().optional().describe("of the cause, for programs; absent when it is not known"),
  cause: external_exports.string().describe('one sentence; says "not known" when nothing was seen that explains it'),
  evidence: external_exports.array(external_exports.string()).describe("facts with topic, offset, group or service in them, the most telling first"),
  hints: external_exports.array(external_exports.string()).describe("what to look at next")
});
var ALTERNATIVE = "if it is not that: ";

// src/model/run-event.ts
var stamped = { seq: external_exports.number().int(), atMs: external_exports.number() };
var ofScenario = { ...stamped, scenario: external_exports.string() };
var ofTask = { ...ofScenario, task: external_exports.string() };
var count = external_exports.number().int();
var scenarioPlan = {
  suite: external_exports.string(),
  name: external_exports.string(),
  description: external_exports.string().optional(),
  tags: external_exports.array(external_exports.string()),
  iteration: count.describe("from 0"),
  span: sourceSpan
};
var taskPlan = external_exports.object({
  id: external_exports.string(),
  name: external_exports.string(),
  kind: external_exports.string(),
  after: external_exports.array(external_exports.string()).describe("ids of the tasks it waits for; empty: from the start"),
  topics: external_exports.array(external_exports.string()).describe("that it produces to or consumes; empty for other kinds"),
  span: sourceSpan.optional()
});
var span = external_exports.object({
  traceId: external_exports.string(),
  spanId: external_exports.string(),
  parentSpanId: external_exports.string().optional(),
  linkedTraceIds: external_exports.array(external_exports.string()),
  name: external_exports.string(),
  service: external_exports.string(),
  startedAtMs: external_exports.number(),
  endedAtMs: external_exports.number(),
  error: external_exports.string().optional()
});
var consumeFacts = external_exports.object({
  awaited: count.describe("matching records it waited for"),
  matched: count,
  read: count.describe("all records of its topics from its start position on"),
  filtered: count.describe("read, but not matched by `where`"),
  undecodable: count,
  limitMs: external_exports.number().optional().describe("of `fail.after`"),
  elapsedMs: external_exports.number().describe("from the moment the limit counts from to the end of the task"),
  late: external_exports.object({ latencyMs: external_exports.number(), byMs: external_exports.number(), record: recordView }).optional().describe("the record that came after the deadline, in the grace period"),
  offsets: external_exports.array(
    external_exports.object({
      topic: external_exports.string(),
      partition: count,
      from: external_exports.union([external_exports.number(), external_exports.bigint()]).describe("end offset when the scenario started"),
      to: external_exports.union([external_exports.number(), external_exports.bigint()]).describe("next offset to read when the task ended")
    })
  ).optional(),
  loopLagMs: external_exports.number().optional().describe("the worst delay of our own event loop in the window, when above 15 ms")
});
var runEvent = external_exports.discriminatedUnion("type", [
  external_exports.object({
    type: external_exports.literal("run-started"),
    ...stamped,
    runId: external_exports.string(),
    version: external_exports.string().describe("flowproof's own"),
    seed: external_exports.number().int(),
    startedAt: external_exports.string().describe("ISO 8601"),
    environment: external_exports.string().describe('"default" when none was chosen'),
    scenarios: external_exports.array(external_exports.object(scenarioPlan)).describe("all that will run, one entry an iteration")
  }),
  external_exports.object({
    type: external_exports.literal("image-progressed"),
    ...stamped,
    image: external_exports.string(),
    text: external_exports.string().describe("how far its pull or build is")
  }),
  external_exports.object({
    type: external_exports.literal("kafka-logged"),
    ...stamped,
    cluster: external_exports.string(),
    line: external_exports.string().describe("of the output of its container")
  }),
  external_exports.object({
    type: external_exports.literal("kafka-ready"),
    ...stamped,
    cluster: external_exports.string(),
    provider: external_exports.enum(["embedded", "docker", "external"]),
    bootstrap: external_exports.string(),
    version: external_exports.string().optional(),
    tookMs: external_exports.number()
  }),
  external_exports.object({
    type: external_exports.literal("service-started"),
    ...stamped,
    service: external_exports.string(),
    pid: count.optional(),
    savesLog: external_exports.boolean().optional().describe("false: its output gets no file of its own")
  }),
  external_exports.object({
    type: external_exports.literal("service-ready"),
    ...stamped,
    service: external_exports.string(),
    tookMs: external_exports.number(),
    probe: external_exports.string()
  }),
  external_exports.object({
    type: external_exports.literal("service-logged"),
    ...stamped,
    service: external_exports.string(),
    stream: external_exports.enum(["stdout", "stderr"]),
    line: external_exports.string()
  }),
  external_exports.object({
    type: external_exports.literal("service-exited"),
    ...stamped,
    service: external_exports.string(),
    code: external_exports.number().int().nullable(),
    signal: external_exports.string().nullable(),
    expected: external_exports.boolean().describe("we stopped it")
  }),
  external_exports.object({ type: external_exports.literal("span-received"), ...stamped, span }),
  external_exports.object({
    type: external_exports.literal("scenario-started"),
    ...ofScenario,
    ...scenarioPlan,
    attempt: count.describe("from 1"),
    traceId: external_exports.string().optional().describe("of the traceparent header that its records carry"),
    tasks: external_exports.array(taskPlan)
  }),
  external_exports.object({ type: external_exports.literal("task-started"), ...ofTask, deadlineMs: external_exports.number().optional() }),
  external_exports.object({ type: external_exports.literal("record-produced"), ...ofTask, record: recordView }),
  external_exports.object({ type: external_exports.literal("record-consumed"), ...ofTask, record: recordView }),
  external_exports.object({ type: external_exports.literal("check-evaluated"), ...ofTask, check: checkOutcome }),
  external_exports.object({
    type: external_exports.literal("task-finished"),
    ...ofTask,
    status: taskStatus,
    durationMs: external_exports.number(),
    message: external_exports.string().optional().describe("why it is not passed, in one line"),
    detail: external_exports.array(external_exports.string()).optional().describe("more lines: what was awaited, what was seen"),
    span: sourceSpan.optional().describe("the exact place that an annotation points at"),
    recordCount: count.optional().describe("records it brought forth; not all of them are reported"),
    latencyMs: latencySummary.optional().describe("over all of them"),
    consume: consumeFacts.optional(),
    diagnosis: diagnosis.optional()
  }),
  external_exports.object({
    type: external_exports.literal("scenario-finished"),
    ...ofScenario,
    status: scenarioStatus,
    durationMs: external_exports.number(),
    message: external_exports.string().optional().describe("of the first task that decided it")
  }),
  external_exports.object({
    type: external_exports.literal("warning-given"),
    ...stamped,
    message: external_exports.string(),
    hint: external_exports.string().optional()
  }),
  external_exports.object({
    type: external_exports.literal("run-failed"),
    ...stamped,
    message: external_exports.string().describe("why the run could not do its work: Kafka, a service"),
    span: sourceSpan.optional().describe("the setting in flowproof.yaml that it is about"),
    hint: external_exports.string().optional(),
    detail: external_exports.array(external_exports.string()).optional().describe("a dead service's last lines")
  }),
  external_exports.object({
    type: external_exports.literal("run-finished"),
    ...stamped,
    status: runStatus,
    exitCode: external_exports.number().int(),
    durationMs: external_exports.number()
  })
]);

export {
  sourceSpan,
  checkOutcome,
  diagnosis,
  ALTERNATIVE,
  consumeFacts,
  runEvent
};
