import { z } from 'zod';
import { type Json, renderJson } from '../../model/json.ts';

const text = z.string().min(1);

const reference = z.union([
  text.describe('a schema file'),
  z.strictObject({
    name: text.describe('what the schema calls it: a full name, an import path, or a URI'),
    subject: text.describe('of the schema registry'),
    version: z.int().min(1).describe('of the subject'),
  }),
]);

/** The text of a schema that stands in a scenario as text or as YAML. */
const inlineSchema = z
  .custom<Json>((value) => value !== null && value !== undefined)
  .transform((value) => {
    return typeof value === 'string' ? value : renderJson(value);
  });

/** What every format with schemas takes; each adds its own. */
export const schemaOptions = {
  file: text.optional().describe('the schema, in a file'),
  schema: inlineSchema.optional().describe('the schema itself'),
  references: z
    .array(reference)
    .min(1)
    .optional()
    .describe(
      'what the schema refers to: files, or subjects with their version; those first that others need',
    ),
  subject: text.optional().describe('in the schema registry; default: by the strategy'),
  version: z
    .union([z.literal('latest'), z.int().min(1)])
    .optional()
    .describe('of the subject; without it the latest'),
  strategy: z
    .enum(['topic', 'record', 'topic-record'])
    .optional()
    .describe('how the subject is named: <topic>-value, <record>, or <topic>-<record>; default topic'),
  register: z.boolean().optional().describe('register the schema where the subject lacks it; default false'),
  framing: z
    .enum(['confluent', 'none'])
    .optional()
    .describe(
      'whether the schema id stands before the bytes; default confluent with a schema registry, else none',
    ),
};

/** `schemaOptions` as they come out. */
export type SchemaOptions = z.output<z.ZodObject<typeof schemaOptions>>;

/** Refuses what contradicts itself; for the object made of `schemaOptions`. */
export function checkSchemaOptions(
  { file, schema, register, version, framing }: SchemaOptions,
  context: z.core.$RefinementCtx,
): void {
  const refuse = (path: string, message: string, hint: string): void => {
    context.addIssue({ code: 'custom', path: [path], message, params: { hint } });
  };
  const isLocal = file !== undefined || schema !== undefined;
  if (file !== undefined && schema !== undefined)
    refuse('schema', 'both "file" and "schema"', 'give the schema once');
  if (register === true && !isLocal) refuse('register', 'nothing to register', 'add "file" or "schema"');
  if (register === true && framing === 'none')
    refuse('register', 'nothing to register for bytes without schema id', 'leave out "framing: none"');
  if (isLocal && version !== undefined)
    refuse('version', '"version" beside a schema that is given', 'leave out one of the two');
}
