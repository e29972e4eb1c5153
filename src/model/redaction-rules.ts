import { z } from 'zod';
import { parseRecordPath } from './record-path.ts';

const recordPath = z.string().superRefine((path, context) => {
  if (parseRecordPath(path)) return;
  context.addIssue({
    code: 'custom',
    message: `"${path}" is no path into a record`,
    params: {
      hint: 'write a path such as .record.value.card, .record.value.items[].card, .record.key or .record.header.token',
    },
  });
});

/** `redact:` of flowproof.yaml (language.md §8): what reports and output leave out, beside secrets. */
export const redactionRules = z.strictObject({
  records: z
    .boolean()
    .optional()
    .describe('leave the key, the value and the headers out of every record; default false'),
  checks: z
    .boolean()
    .optional()
    .describe(
      'leave expected and actual values out of the results of checks and their messages; default false',
    ),
  paths: z
    .array(recordPath)
    .optional()
    .describe(
      'what stands there in a record is left out of it, and of the checks and messages of its scenario',
    ),
  headers: z
    .array(z.string().min(1))
    .optional()
    .describe('names of headers whose values are left out, in any letter case; of HTTP responses too'),
});
export type RedactionRules = z.infer<typeof redactionRules>;
