import { z } from 'zod';

/**
 * What happened in a scenario, over tasks, topics, services and traces, in one order. All times are milliseconds since
 * the trigger: the acknowledgement of the first record that the scenario produced, else its start.
 */
export const timelineEntry = z.object({
  atMs: z.number(),
  untilMs: z.number().optional().describe('of what lasts: a span'),
  lane: z.enum(['task', 'topic', 'service', 'trace']),
  name: z.string().describe('of the task, topic or service'),
  what: z.string().describe('what happened, in the past tense'),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** One step of the path that decided how long the scenario took. */
export const hop = z.object({
  task: z.string(),
  topics: z.array(z.string()),
  fromMs: z.number(),
  tookMs: z.number(),
  share: z.number().describe('of the whole path, from 0 to 1'),
  reached: z.boolean().describe('its record came, late or not; else it was waited for in vain'),
});
export type Hop = z.infer<typeof hop>;

export const timeline = z.object({
  triggerAtMs: z.number().describe('since the start of the run'),
  entries: z.array(timelineEntry).describe('in order of time; the first ones when there are very many'),
  criticalPath: z
    .array(hop)
    .describe('from the trigger to the last awaited record, one entry per consume task'),
});
export type Timeline = z.infer<typeof timeline>;
