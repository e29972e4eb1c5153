import { z } from 'zod';
import type { Operator } from '../../checks/define-operator.ts';
import { operatorNames, operators } from '../../checks/index.ts';
import { checkTypes } from '../../checks/value-type.ts';
import { jqProgram, jsProgram } from '../../expr/program.ts';
import { findTemplates, freeform, input } from '../../expr/template.ts';
import type { Condition } from './normal-form.ts';
import { normalizeAny, normalizeFull, normalizeNot, normalizePath, normalizePredicate } from './normalize.ts';

export type { Condition } from './normal-form.ts';

const name = z.string().min(1).optional().describe('shown in reports; default its source text');

const options = {
  type: z
    .enum(checkTypes)
    .optional()
    .describe('the type that both sides must have; default that of the expected value'),
  not: z.boolean().optional().describe('turns the operator round'),
  ignoreCase: z.boolean().optional().describe('of texts, at any depth'),
  trim: z.boolean().optional().describe('white space around texts is nothing'),
  tolerance: z.number().min(0).optional().describe('how far apart numbers may be'),
  format: z
    .string()
    .min(1)
    .optional()
    .describe(
      'of dates on the left side: iso, epochMillis, epochSeconds, or a pattern such as dd.MM.yyyy HH:mm',
    ),
};

/** Any of the forms of language.md §7, parsed to the normal form. */
export const condition: z.ZodType<Condition> = z
  .lazy(() => z.union([predicate, full, any, all, not, byPath]))
  .meta({ title: 'Condition' });

/** `checks` and `where`. */
export const conditionList = z.array(condition);

const predicate = jqProgram()
  .describe('a jq predicate: every output must be true')
  .transform(normalizePredicate);

/** The right side of an operator: true for one that needs none, a condition for one that has it on each element. */
function rightSide({ isFlag, beforehand }: Operator): z.ZodType {
  if (beforehand === 'condition') return isFlag ? z.union([input(z.boolean()), condition]) : condition;
  return isFlag ? input(z.boolean()) : freeform();
}

const full = z
  .strictObject({
    name,
    jq: jqProgram().optional().describe('the left side'),
    js: jsProgram().optional().describe('the left side, as a JavaScript expression'),
    operator: z
      .enum(operatorNames)
      .optional()
      .describe('default equals; without a right side either: is true'),
    expected: z.unknown().optional().describe('the right side'),
    ...options,
  })
  .transform((written, context) => normalizeFull(written, { context, rightSide }))
  .describe('a check in full');

const operatorMap = z
  .strictObject({
    ...options,
    ...Object.fromEntries(operatorNames.map((one) => [one, rightSide(operators[one]).optional()])),
  })
  .describe('one operator or several, all of which must hold');

/** A map on the right side of a path always holds operators. */
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

const byPath = z
  .object({ name, ...options })
  .catchall(z.union([operatorMap, equalValue]))
  .transform(normalizePath)
  .describe('one jq path: equality with a value, or a map of operators');

const list = z.array(condition).min(1);
const any = z
  .strictObject({ name, any: list })
  .describe('at least one holds')
  .transform(({ any: conditions, name: given }) => normalizeAny('any', conditions, given));
const all = z
  .strictObject({ name, all: list })
  .describe('all hold')
  .transform(({ all: conditions, name: given }) => normalizeAny('all', conditions, given));
const not = z.strictObject({ name, not: condition }).describe('does not hold').transform(normalizeNot);
