import type { z } from 'zod';
import { RunError } from '../base/errors.ts';
import { isJsonObject, type Json, type JsonObject, renderJson } from '../model/json.ts';
import type { Jq } from './jq.ts';
import type { JqOutcome } from './jq-wire.ts';
import { holdsPrograms, Program } from './program.ts';
import { type Resolved, readResult, Template } from './template.ts';

/** What expressions read; a function gives each expression a context of its own (`.now`). */
export type Context = JsonObject | (() => JsonObject);

/**
 * Evaluates all templates in a value, in the order they are written. Conditions and the like stay as they are.
 * @throws RunError EXPRESSION_FAILED
 */
export async function resolve<T>(value: T, context: Context, jq: Jq): Promise<Resolved<T>> {
  const [resolved] = await resolveEach(value, [context], jq);
  return resolved as Resolved<T>; // one context, one value
}

/**
 * The same for many contexts: one value a context, in order. Each program is evaluated over all of them at once, which
 * is what makes thousands of records quick.
 * @throws RunError EXPRESSION_FAILED of the first context that fails
 */
export async function resolveEach<T>(
  value: T,
  contexts: readonly Context[],
  jq: Jq,
): Promise<readonly Resolved<T>[]> {
  const results = new Map<Template, readonly unknown[]>();
  for (const template of listTemplates(value)) {
    if (!results.has(template)) results.set(template, await evaluateTemplate(template, contexts, jq));
  }
  return contexts.map((_, index) =>
    results.size === 0
      ? (value as Resolved<T>) // there is nothing to resolve
      : (replaceTemplates(value, (template) => results.get(template)?.[index]) as Resolved<T>),
  );
}

function isContainer(value: unknown): value is readonly unknown[] | Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !holdsPrograms(value) && !(value instanceof Program);
}

function listTemplates(value: unknown): readonly Template[] {
  if (value instanceof Template) return [value];
  return isContainer(value) ? Object.values(value).flatMap(listTemplates) : [];
}

function replaceTemplates(value: unknown, resultOf: (template: Template) => unknown): unknown {
  if (value instanceof Template) return resultOf(value);
  if (!isContainer(value)) return value;
  if (Array.isArray(value)) return value.map((one) => replaceTemplates(one, resultOf));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaceTemplates(inner, resultOf)]),
  );
}

/** One result a context. */
async function evaluateTemplate(
  template: Template,
  contexts: readonly Context[],
  jq: Jq,
): Promise<readonly unknown[]> {
  const columns: (readonly Json[] | string)[] = [];
  for (const part of template.parts)
    columns.push(typeof part === 'string' ? part : await evaluateProgram(part, contexts, jq));
  const [only] = columns;
  const isAlone = columns.length === 1 && typeof only === 'object';
  return contexts.map((_, index) => {
    const value = isAlone
      ? (only[index] ?? null)
      : columns
          .map((column) => (typeof column === 'string' ? column : renderText(column[index] ?? null)))
          .join('');
    return checkResult(template, value);
  });
}

/** How a value stands inside of text: text as it is, anything else as JSON. */
export function renderText(value: Json): string {
  return typeof value === 'string' ? value : renderJson(value);
}

async function evaluateProgram(
  program: Program,
  contexts: readonly Context[],
  jq: Jq,
): Promise<readonly Json[]> {
  if (program.fault !== undefined) throw failure(program, program.fault);
  const given = contexts.map((context) => (typeof context === 'function' ? context() : context));
  const outcomes = await jq.evaluate(program, given);
  return given.map((context, index) => soleResult(program, outcomes[index], context));
}

function soleResult(program: Program, outcome: JqOutcome | undefined, context: JsonObject): Json {
  const { outputs = [], error } = outcome ?? {};
  const [result] = outputs;
  if (error !== undefined) throw failure(program, error, context);
  if (result === undefined) throw failure(program, 'it gave no result', context);
  if (outputs.length > 1) {
    const hint = 'write [ ] around it for a list, or first( ) for the first';
    throw failure(program, `it gave ${outputs.length} results, not one`, context, hint);
  }
  return result;
}

function failure(program: Program, why: string, context?: JsonObject, hint?: string): RunError {
  const keys = context && `the context has ${listKeys(context)}`;
  return new RunError('EXPRESSION_FAILED', `the expression "${program.source}" failed: ${why}`, {
    ...(program.span ? { span: program.span } : {}),
    hint: [hint, keys].filter((one) => one !== undefined).join('; ') || undefined,
  });
}

/** The keys of a context, and those one level below: `.env {PLAN}, .now, .variables {userId}`. */
function listKeys(context: JsonObject): string {
  return Object.entries(context)
    .map(([key, value]) => (isJsonObject(value) ? `.${key} ${listInner(value)}` : `.${key}`))
    .join(', ');
}

const MOST_KEYS = 12;

function listInner(value: JsonObject): string {
  const keys = Object.keys(value);
  const shown = keys.slice(0, MOST_KEYS).join(', ');
  return `{${shown}${keys.length > MOST_KEYS ? ', …' : ''}}`;
}

function checkResult(template: Template, value: Json): unknown {
  if (template.schema === undefined) return value;
  const read = readResult(template.schema, value);
  if (read.success) return read.data;
  const program = template.parts.find((part) => part instanceof Program);
  const wanted = [...new Set(read.error.issues.flatMap(describeIssue))].join(' or ');
  throw new RunError(
    'EXPRESSION_FAILED',
    `"${template.source}" gave ${renderJson(value)}, expected ${wanted}`,
    {
      ...(program?.span ? { span: program.span } : {}),
    },
  );
}

/** What the schema wants, in words: `number`, `"all"`, `string at .topics[0]`. */
function describeIssue(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.length === 0 ? '' : ` at .${issue.path.map(String).join('.')}`;
  switch (issue.code) {
    case 'invalid_union':
      return issue.errors.flatMap((issues) => issues.flatMap(describeIssue)).map((one) => `${one}${at}`);
    case 'invalid_type':
      return [`${issue.expected}${at}`];
    case 'invalid_value':
      return issue.values.map((allowed) => `${JSON.stringify(allowed)}${at}`);
    default:
      return [`${issue.message.replace(/^(?:Invalid|Too \w+): (?:expected )?/, '')}${at}`];
  }
}
