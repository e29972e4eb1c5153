import { z } from 'zod';
import type { Operator } from '../../checks/define-operator.ts';
import { type OperatorName, operatorNames, operators } from '../../checks/index.ts';
import { checkTypes } from '../../checks/value-type.ts';
import { jqProgram, jsProgram } from '../../expr/program.ts';
import { findTemplates, fixedText, freeform, input } from '../../expr/template.ts';
import { isJsonObject, type Json } from '../../model/json.ts';
import { chooseForm } from './choose-form.ts';
import type { Condition } from './normal-form.ts';
import {
  normalizeAny,
  normalizeFull,
  normalizeNot,
  normalizePath,
  normalizePredicate,
  normalizeSchema,
} from './normalize.ts';

export type { Condition } from './normal-form.ts';

const name = fixedText().optional().describe('shown in reports; default its source text');

const options = {
  type: z
    .enum(checkTypes)
    .optional()
    .describe('the type that both sides must have; default that of the expected value'),
  not: z.boolean().optional().describe('turns the operator round; default false'),
  ignoreCase: z
    .boolean()
    .optional()
    .describe('upper and lower case are the same, at any depth; default false'),
  trim: z.boolean().optional().describe('white space around texts is nothing; default false'),
  tolerance: z.number().min(0).optional().describe('how far apart numbers may be; default 0'),
  format: z
    .string()
    .min(1)
    .optional()
    .describe(
      'of dates on the left side: iso, epochMillis, epochSeconds, or a pattern such as dd.MM.yyyy HH:mm',
    ),
};

/** Any of the forms of language.md §7, parsed to the normal form. */
export const condition: z.ZodType<Condition> = z.lazy(() => anyForm);

/** `checks` and `where`. */
export const conditionList = z.array(condition);

const predicate = jqProgram()
  .meta({ description: 'a jq predicate: every output must be true', examples: ['.record.value.total > 10'] })
  .transform(normalizePredicate);

/** The right side of an operator: true for one that needs none, a condition for one that has it on each element. */
function rightSide(operator: OperatorName): z.ZodType {
  const { isFlag, beforehand }: Operator = operators[operator];
  if (beforehand === 'condition') return isFlag ? z.union([z.boolean(), condition]) : condition;
  return isFlag ? input(z.boolean()) : freeform();
}

function aboutOf(operator: OperatorName): string {
  const { about, types }: Operator = operators[operator];
  return `of ${types.join(', ')}: holds when ${about}`;
}

const ofElements = ['exists', 'forAll'] as const;

function inFull(
  operator: z.ZodType<OperatorName | undefined>,
  expected: z.ZodType,
  example: object,
): z.ZodType<Condition> {
  return z
    .strictObject({
      name,
      jq: jqProgram().optional().describe('the left side'),
      js: jsProgram().optional().describe('the left side, as a JavaScript expression'),
      operator,
      expected: expected.optional().describe('the right side'),
      ...options,
    })
    .meta({ description: 'a check in full', examples: [example] })
    .transform(normalizeFull);
}

const full = inFull(
  z.enum(operatorNames).optional().describe('default equals; without a right side either: is true'),
  freeform(),
  { jq: '.record.value.total', operator: 'greaterThan', expected: 10 },
);
const fullOfElements = inFull(
  z.enum(ofElements).describe('with a condition on the elements of a list'),
  rightSide('exists'),
  { jq: '.record.value.items', operator: 'forAll', expected: '.price > 0' },
);

const operatorMap = z
  .strictObject({
    ...Object.fromEntries(
      operatorNames.map((one) => [one, rightSide(one).optional().describe(aboutOf(one))]),
    ),
    ...options,
  })
  .describe('one operator or several, all of which must hold');

const equalValue = z
  .union([
    z.string(),
    z.number(),
    z.bigint().meta({ type: 'integer' }),
    z.boolean(),
    z.null(),
    z.array(z.unknown()),
  ])
  .transform(findTemplates);

/** A map on the right side of a path always holds operators. */
const rightOfPath = chooseForm<unknown>('Right side', [equalValue, operatorMap], (value) =>
  isJsonObject(value) ? operatorMap : undefined,
);

const byPath = z
  .object({ name, ...options })
  .catchall(rightOfPath)
  .meta({
    description: 'one jq path: equality with a value, or a map of operators',
    examples: [{ '.record.value.PLANTYPE': 'Free' }, { '.record.value.total': { greaterThan: 10 } }],
  })
  .transform(normalizePath);

const list = z.array(condition).min(1);
const any = z
  .strictObject({ name, any: list.describe('conditions, of which at least one must hold') })
  .meta({ description: 'at least one holds', examples: [{ any: ['.record.value.a', '.record.value.b'] }] })
  .transform(({ any: conditions, name: given }) => normalizeAny('any', conditions, given));
const all = z
  .strictObject({ name, all: list.describe('conditions, all of which must hold') })
  .meta({ description: 'all hold', examples: [{ all: ['.record.value.a', '.record.value.b'] }] })
  .transform(({ all: conditions, name: given }) => normalizeAny('all', conditions, given));
const not = z
  .strictObject({ name, not: condition.describe('a condition that must not hold') })
  .meta({ description: 'does not hold', examples: [{ not: { '.record.value.plan': 'Free' } }] })
  .transform(normalizeNot);

const bySchema = z
  .strictObject({
    name,
    schema: z
      .union([z.string().min(1), z.record(z.string(), z.custom<Json>())])
      .describe('a file with a JSON Schema, or the schema itself'),
    jq: jqProgram()
      .optional()
      .describe('what must be valid; default the value of the record, the body of the response, the row'),
  })
  .meta({
    description: 'it is valid by a JSON Schema',
    examples: [{ schema: 'order.json' }, { schema: { required: ['id'] }, jq: '.record.value.order' }],
  })
  .transform(normalizeSchema);

const anyForm = chooseForm<Condition>(
  'Condition',
  [predicate, byPath, full, fullOfElements, bySchema, any, all, not],
  (value) => {
    if (typeof value === 'string') return predicate;
    return isJsonObject(value) ? formOf(value) : undefined;
  },
);

function formOf(value: Readonly<Record<string, unknown>>): z.ZodType<Condition> {
  if ('any' in value) return any;
  if ('all' in value) return all;
  if ('not' in value && typeof value.not !== 'boolean') return not;
  if ('schema' in value) return bySchema;
  const isFull = ['jq', 'js', 'operator', 'expected'].some((key) => key in value);
  if (!isFull) return byPath;
  return (ofElements as readonly unknown[]).includes(value.operator) && typeof value.expected !== 'boolean'
    ? fullOfElements
    : full;
}
