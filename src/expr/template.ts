import { z } from 'zod';
import type { Json } from '../model/json.ts';
import { type HoldsPrograms, type PlacedProgram, PROGRAMS, Program } from './program.ts';
import { cutTemplate, isTemplate, type TemplatePart } from './template-text.ts';

/** A scalar with `${{ }}` in it. Alone in its scalar an expression keeps its type; inside of text it becomes text. */
export class Template implements HoldsPrograms {
  readonly source: string;
  /** In order; no text is empty. */
  readonly parts: readonly TemplatePart[];
  /** What the result must be; it is checked when it is known. */
  readonly schema: z.ZodType | undefined;

  constructor(source: string, schema?: z.ZodType) {
    this.source = source;
    this.parts = cutTemplate(source);
    this.schema = schema;
  }

  get [PROGRAMS](): readonly PlacedProgram[] {
    return this.parts
      .filter((part) => part instanceof Program)
      .map((program) => ({ program, path: [], at: 'value' as const }));
  }

  toString(): string {
    return this.source;
  }
  toJSON(): string {
    return this.source;
  }
}

/** The value of a schema with templates in it, once they are evaluated. */
export type Resolved<T> = T extends Template
  ? never
  : T extends HoldsPrograms | Program
    ? T
    : T extends readonly (infer U)[]
      ? readonly Resolved<U>[]
      : T extends object
        ? { [K in keyof T]: Resolved<T[K]> }
        : T;

/** What a text with an expression has in it. */
export const EXPRESSION = /\$\{\{/;

/** What is said of a value that is no text where an expression may be: nobody meant to write one. */
export const NO_EXPRESSION = 'no expression';

/** A value of this schema, or an expression whose result must be one. */
export function input<S extends z.ZodType>(
  schema: S,
): z.ZodUnion<[z.ZodPipe<z.ZodString, z.ZodTransform<Template, string>>, S]> {
  const template = z
    .string({ error: NO_EXPRESSION })
    .regex(EXPRESSION)
    .refine(() => !isReadingResult)
    .transform((text) => new Template(text, schema))
    .meta({ examples: ['${{ .variables.id }}'] });
  return z.union([template, schema]);
}

/** A text that has to be known before anything runs: a name, an id. */
export function fixedText(): z.ZodString {
  return z
    .string()
    .min(1)
    .refine((text) => !EXPRESSION.test(text), { error: NOT_YET });
}

/** Why an expression cannot stand somewhere. */
export const NOT_YET = 'this must be known before anything runs: write the value itself';

/** Any value, with expressions wherever it has text. */
export function freeform(): z.ZodPipe<z.ZodUnknown, z.ZodTransform<Json | Template, unknown>> {
  return z.unknown().transform(findTemplates);
}

/** A plain value with its texts parsed for expressions. */
export function findTemplates(value: unknown): Json | Template {
  if (typeof value === 'string') return isTemplate(value) && !isReadingResult ? new Template(value) : value;
  if (typeof value !== 'object' || value === null) return value as Json; // YAML and jq give nothing else
  const found = Array.isArray(value)
    ? value.map(findTemplates)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, findTemplates(inner)]));
  return found as Json; // templates are let in by whoever calls `resolve`, which takes any value
}

/** While the result of an expression is checked, `${{` in it is what a record brought, and no template. */
let isReadingResult = false;

/** Checks the result of an expression against the schema of its place. zod calls no one else meanwhile. */
export function readResult(schema: z.ZodType, value: unknown): z.ZodSafeParseResult<unknown> {
  isReadingResult = true;
  try {
    return schema.safeParse(value);
  } finally {
    isReadingResult = false;
  }
}
