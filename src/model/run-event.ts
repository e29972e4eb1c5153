import { z } from 'zod';
import { checkOutcome, sourceSpan } from './check-outcome.ts';
import { diagnosis } from './diagnosis.ts';
import { latencySummary } from './latency.ts';
import { recordView } from './record.ts';
import { runStatus, scenarioStatus, taskStatus } from './status.ts';

/** Every event: its place in the order of the run, and milliseconds since the run's start on the monotonic clock. */
const stamped = { seq: z.number().int(), atMs: z.number() };
/** `scenario` names one attempt of one scenario: unique in a run, stable over runs of the same files. */
const ofScenario = { ...stamped, scenario: z.string() };
const ofTask = { ...ofScenario, task: z.string() };

const count = z.number().int();

/** One selected scenario in one iteration. What never starts is reported from this alone. */
const scenarioPlan = {
  suite: z.string(),
  name: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()),
  iteration: count.describe('from 0'),
  span: sourceSpan,
};

/** One task of the graph, as reports draw it. */
export const taskPlan = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  after: z.array(z.string()).describe('ids of the tasks it waits for; empty: from the start'),
  topics: z.array(z.string()).describe('that it produces to or consumes; empty for other kinds'),
  span: sourceSpan.optional(),
});
export type TaskPlan = z.infer<typeof taskPlan>;

/** A span of a service under test, with times since the start of the run. */
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  linkedTraceIds: z.array(z.string()),
  name: z.string(),
  service: z.string(),
  startedAtMs: z.number(),
  endedAtMs: z.number(),
  error: z.string().optional(),
});

/** What a consume task saw, for the message and the diagnosis. */
export const consumeFacts = z.object({
  awaited: count.describe('matching records it waited for'),
  matched: count,
  read: count.describe('all records of its topics from its start position on'),
  filtered: count.describe('read, but not matched by `where`'),
  undecodable: count,
  limitMs: z.number().optional().describe('of `fail.after`'),
  elapsedMs: z.number().describe('from the moment the limit counts from to the end of the task'),
  late: z
    .object({ latencyMs: z.number(), byMs: z.number(), record: recordView })
    .optional()
    .describe('the record that came after the deadline, in the grace period'),
  offsets: z
    .array(
      z.object({
        topic: z.string(),
        partition: count,
        from: z.union([z.number(), z.bigint()]).describe('end offset when the scenario started'),
        to: z.union([z.number(), z.bigint()]).describe('next offset to read when the task ended'),
      }),
    )
    .optional(),
  loopLagMs: z
    .number()
    .optional()
    .describe('the worst delay of our own event loop in the window, when above 15 ms'),
});
export type ConsumeFacts = z.infer<typeof consumeFacts>;

/**
 * The closed union of facts that a run emits, in the past tense: plain JSON, each understood on its own. Written one a
 * line as `events.ndjson`, from which every report can be made again.
 */
export const runEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run-started'),
    ...stamped,
    runId: z.string(),
    version: z.string().describe("flowproof's own"),
    seed: z.number().int(),
    startedAt: z.string().describe('ISO 8601'),
    environment: z.string().describe('"default" when none was chosen'),
    scenarios: z.array(z.object(scenarioPlan)).describe('all that will run, one entry an iteration'),
  }),
  z.object({
    type: z.literal('image-progressed'),
    ...stamped,
    image: z.string(),
    text: z.string().describe('how far its pull or build is'),
  }),
  z.object({
    type: z.literal('kafka-logged'),
    ...stamped,
    cluster: z.string(),
    line: z.string().describe('of the output of its container'),
  }),
  z.object({
    type: z.literal('kafka-ready'),
    ...stamped,
    cluster: z.string(),
    provider: z.enum(['embedded', 'docker', 'external']),
    bootstrap: z.string(),
    version: z.string().optional(),
    tookMs: z.number(),
  }),
  z.object({
    type: z.literal('service-started'),
    ...stamped,
    service: z.string(),
    pid: count.optional(),
    savesLog: z.boolean().optional().describe('false: its output gets no file of its own'),
  }),
  z.object({
    type: z.literal('service-ready'),
    ...stamped,
    service: z.string(),
    tookMs: z.number(),
    probe: z.string(),
  }),
  z.object({
    type: z.literal('service-logged'),
    ...stamped,
    service: z.string(),
    stream: z.enum(['stdout', 'stderr']),
    line: z.string(),
  }),
  z.object({
    type: z.literal('service-exited'),
    ...stamped,
    service: z.string(),
    code: z.number().int().nullable(),
    signal: z.string().nullable(),
    expected: z.boolean().describe('we stopped it'),
  }),
  z.object({ type: z.literal('span-received'), ...stamped, span }),
  z.object({
    type: z.literal('scenario-started'),
    ...ofScenario,
    ...scenarioPlan,
    attempt: count.describe('from 1'),
    traceId: z.string().optional().describe('of the traceparent header that its records carry'),
    tasks: z.array(taskPlan),
  }),
  z.object({ type: z.literal('task-started'), ...ofTask, deadlineMs: z.number().optional() }),
  z.object({ type: z.literal('record-produced'), ...ofTask, record: recordView }),
  z.object({ type: z.literal('record-consumed'), ...ofTask, record: recordView }),
  z.object({ type: z.literal('check-evaluated'), ...ofTask, check: checkOutcome }),
  z.object({
    type: z.literal('task-finished'),
    ...ofTask,
    status: taskStatus,
    durationMs: z.number(),
    message: z.string().optional().describe('why it is not passed, in one line'),
    detail: z.array(z.string()).optional().describe('more lines: what was awaited, what was seen'),
    span: sourceSpan.optional().describe('the exact place that an annotation points at'),
    recordCount: count.optional().describe('records it brought forth; not all of them are reported'),
    latencyMs: latencySummary.optional().describe('over all of them'),
    consume: consumeFacts.optional(),
    diagnosis: diagnosis.optional(),
  }),
  z.object({
    type: z.literal('scenario-finished'),
    ...ofScenario,
    status: scenarioStatus,
    durationMs: z.number(),
    message: z.string().optional().describe('of the first task that decided it'),
  }),
  z.object({
    type: z.literal('warning-given'),
    ...stamped,
    message: z.string(),
    hint: z.string().optional(),
  }),
  z.object({
    type: z.literal('run-failed'),
    ...stamped,
    message: z.string().describe('why the run could not do its work: Kafka, a service'),
    span: sourceSpan.optional().describe('the setting in flowproof.yaml that it is about'),
    hint: z.string().optional(),
    detail: z.array(z.string()).optional().describe("a dead service's last lines"),
  }),
  z.object({
    type: z.literal('run-finished'),
    ...stamped,
    status: runStatus,
    exitCode: z.number().int(),
    durationMs: z.number(),
  }),
]);
export type RunEvent = z.infer<typeof runEvent>;

/** The member of the union with this `type`. */
export type RunEventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;

/** An event before the bus has stamped it. Distributes over the union, so that each type keeps its own fields. */
export type RunEventDraft = RunEvent extends infer E
  ? E extends RunEvent
    ? Omit<E, 'seq' | 'atMs'>
    : never
  : never;
