import { z } from 'zod';

/** Why a task failed, from facts seen during the run (product.md §5). Every report renders this one structure. */
export const diagnosis = z.object({
  id: z.string().optional().describe('of the cause, for programs; absent when it is not known'),
  cause: z.string().describe('one sentence; says "not known" when nothing was seen that explains it'),
  evidence: z
    .array(z.string())
    .describe('facts with topic, offset, group or service in them, the most telling first'),
  hints: z.array(z.string()).describe('what to look at next'),
});
export type Diagnosis = z.infer<typeof diagnosis>;

/** Begins a hint that names a cause which the facts allow too. */
export const ALTERNATIVE = 'if it is not that: ';
