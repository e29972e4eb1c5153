import { z } from 'zod';
import { checkOutcome, sourceSpan } from './check-outcome.ts';
import { diagnosis } from './diagnosis.ts';
import { latencySummary } from './latency.ts';
import { recordView } from './record.ts';
import { consumeFacts } from './run-event.ts';
import { runStatus, scenarioStatus, taskStatus } from './status.ts';
import { timeline } from './timeline.ts';

const count = z.number().int();

const checkResult = checkOutcome.extend({
  line: count.optional().describe('where `span` begins'),
  column: count.optional(),
});

/** One task of one attempt. */
export const taskResult = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  after: z.array(z.string()),
  topics: z.array(z.string()),
  status: taskStatus,
  startedAtMs: z.number().optional().describe('since the start of the run; absent when it never started'),
  durationMs: z.number(),
  deadlineMs: z.number().optional().describe('since the start of the run'),
  message: z.string().optional(),
  detail: z.array(z.string()).optional(),
  latencyMs: latencySummary.optional(),
  records: z.array(recordView),
  recordCount: count.describe('all that were produced or matched; `records` keeps the first ones'),
  checks: z.array(checkResult),
  consume: consumeFacts.optional(),
  diagnosis: diagnosis.optional(),
  span: sourceSpan.optional().describe('the task; or what failed in it'),
});
export type TaskResult = z.infer<typeof taskResult>;

/** One scenario in one iteration: its last attempt. */
export const scenarioResult = z.object({
  suite: z.string(),
  name: z.string(),
  description: z.string().optional(),
  file: z.string(),
  line: count,
  tags: z.array(z.string()),
  status: scenarioStatus,
  attempts: count,
  iteration: count,
  startedAtMs: z.number(),
  durationMs: z.number(),
  message: z.string().optional(),
  diagnosis: diagnosis.optional().describe('of the task that decided it'),
  tasks: z.array(taskResult),
  timeline: timeline.optional().describe('absent when it never started'),
});
export type ScenarioResult = z.infer<typeof scenarioResult>;

/** `report.json`: the one document that all final reports, `merge` and the sub-actions are made from. */
export const runResult = z.object({
  version: z.literal(1),
  tool: z.string().describe("flowproof's version"),
  runId: z.string(),
  status: runStatus,
  exitCode: count,
  seed: count,
  startedAt: z.string().describe('ISO 8601'),
  durationMs: z.number(),
  counts: z.object({
    total: count,
    passed: count,
    failed: count,
    errors: count,
    flaky: count,
    skipped: count,
    cancelled: count,
  }),
  environment: z.object({
    name: z.string(),
    kafka: z
      .object({ provider: z.string(), version: z.string().optional(), bootstrap: z.string() })
      .optional(),
    services: z.array(
      z.object({
        name: z.string(),
        status: z.enum(['starting', 'ready', 'exited', 'stopped']),
        readyMs: z.number().optional(),
        exitCode: z.number().int().nullable().optional(),
        lastLines: z.array(z.string()).describe('at most 20'),
      }),
    ),
  }),
  message: z.string().optional().describe('why the run as a whole could not do its work'),
  detail: z.array(z.string()).optional(),
  span: sourceSpan.optional().describe('the setting in flowproof.yaml that the message is about'),
  warnings: z.array(z.string()),
  scenarios: z.array(scenarioResult),
});
export type RunResult = z.infer<typeof runResult>;

/**
 * The JSON Schema (draft 2020-12) of `report.json`. It allows unknown keys, so that a report with more in it than this
 * version knows is still valid.
 */
export function reportJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(runResult, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // In JSON text a big integer is a number like any other.
      if (zodSchema._zod.def.type === 'bigint') jsonSchema.type = 'integer';
    },
  });
}
