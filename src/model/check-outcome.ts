import { z } from 'zod';
import type { Json } from './json.ts';

const json = z.custom<Json>(() => true);

/** Where a check, task or scenario is written. Columns and lines from 1, the end exclusive. */
export const sourceSpan = z.object({
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  endLine: z.number().int(),
  endColumn: z.number().int(),
});

/** The result of one check of a task over all the records it saw (language.md §7, last paragraph). */
export const checkOutcome = z.object({
  name: z.string(),
  status: z.enum(['passed', 'failed', 'notEvaluated']),
  operator: z
    .string()
    .describe(
      'with its negation: "equals", "not equals"; "is true" for a bare predicate, its own sign for one that compares',
    ),
  expected: json.optional(),
  actual: json.optional().describe('absent when the path is missing'),
  message: z.string().optional().describe('one sentence with both sides; absent when passed'),
  difference: z
    .array(z.object({ path: z.string(), expected: json.optional(), actual: json.optional() }))
    .optional()
    .describe('path by path, for structured values'),
  record: z
    .object({ topic: z.string(), partition: z.number(), offset: z.union([z.number(), z.bigint()]) })
    .optional()
    .describe('the first record that failed it, or the last that passed it'),
  evaluated: z.number().int().describe('on how many records, responses or rows'),
  failed: z.number().int().describe('on how many of them it failed'),
  span: sourceSpan.optional(),
});
export type CheckOutcome = z.infer<typeof checkOutcome>;
