import { z } from 'zod';
import { checkTypes, type OperatorCheck, operatorNames } from '../../checks/index.ts';
import { freeform } from '../../expr/template.ts';

/**
 * One condition of language.md §7 in its normal form; the ways to write one differ in nothing else. Values that are
 * compared with may still hold templates.
 */
export type Condition = { readonly name: string } & ConditionTest;
export type ConditionTest =
  | { readonly test: 'predicate'; readonly program: string }
  | { readonly test: 'operators'; readonly program: string; readonly operators: readonly OperatorCheck[] }
  | { readonly test: 'any' | 'all'; readonly conditions: readonly Condition[] }
  | { readonly test: 'not'; readonly condition: Condition };

const name = z.string().min(1).optional().describe('shown in reports; default its source text');
const operand = freeform();

const options = {
  type: z
    .enum(checkTypes)
    .optional()
    .describe('the type that both sides must have; default: that of the expected value'),
  not: z.boolean().optional().describe('turns the operator round'),
  ignoreCase: z.boolean().optional(),
  trim: z.boolean().optional(),
  tolerance: z.number().min(0).optional().describe('for numbers: how far apart they may be'),
  format: z.string().optional().describe('for dates: how to read the left side'),
};

const predicate = z.string().min(1).describe('a jq predicate: every output must be true');

const full = z
  .strictObject({
    name,
    jq: z.string().min(1).describe('the left side'),
    operator: z.enum(operatorNames).optional().describe('default equals'),
    expected: operand.optional().describe('the right side'),
    ...options,
  })
  .describe('a check in full');

const operatorMap = z
  .strictObject({
    ...options,
    ...(Object.fromEntries(operatorNames.map((operator) => [operator, operand.optional()])) as Record<
      (typeof operatorNames)[number],
      z.ZodOptional<typeof operand>
    >),
  })
  .describe('one operator or several, all of which must hold');

const byPath = z
  .object({ name, ...options })
  .catchall(z.union([operatorMap, operand]))
  .superRefine((map, context) => {
    const paths = Object.keys(map).filter((key) => key.startsWith('.'));
    const unknown = Object.keys(map).filter(
      (key) => !key.startsWith('.') && !(key in options) && key !== 'name',
    );
    if (unknown.length > 0) context.addIssue({ code: 'unrecognized_keys', keys: unknown, input: map });
    else if (paths.length !== 1) {
      context.addIssue({
        code: 'custom',
        message: paths.length === 0 ? 'a condition without a path' : `a condition with ${paths.length} paths`,
        params: { hint: 'write one jq path a condition, such as ".record.value.id: 42"' },
      });
    }
  })
  .describe('one jq path: equality with a value, or a map of operators');

const listOf = (): z.ZodType<readonly Condition[]> => z.array(condition).min(1);
const any = z.strictObject({ name, any: z.lazy(listOf) }).describe('at least one holds');
const all = z.strictObject({ name, all: z.lazy(listOf) }).describe('all hold');
const not = z.strictObject({ name, not: z.lazy(() => condition) }).describe('does not hold');

type Written =
  | string
  | z.output<typeof full>
  | z.output<typeof any>
  | z.output<typeof all>
  | z.output<typeof not>
  | z.output<typeof byPath>;

/** A condition in any of its forms, parsed to the normal form. */
export const condition: z.ZodType<Condition> = z
  .union([predicate, full, any, all, not, byPath])
  .transform(normalize)
  .meta({ title: 'Condition' });

/** `checks` and `where`. */
export const conditionList = z.array(condition);

function normalize(written: Written): Condition {
  if (typeof written === 'string') return { name: written, test: 'predicate', program: written };
  if ('jq' in written && typeof written.jq === 'string')
    return normalizeFull(written as z.output<typeof full>);
  if ('any' in written) return group('any', written as z.output<typeof any>);
  if ('all' in written) return group('all', written as z.output<typeof all>);
  if ('not' in written && typeof written.not === 'object') return negation(written as z.output<typeof not>);
  return normalizePath(written as z.output<typeof byPath>);
}

function normalizeFull({ name: given, jq, operator = 'equals', ...rest }: z.output<typeof full>): Condition {
  const check = { operator, ...rest };
  return {
    name: given ?? `${jq} ${operator} ${sourceText(rest.expected)}`.trim(),
    test: 'operators',
    program: jq,
    operators: [check],
  };
}

function group(test: 'any' | 'all', written: Record<string, unknown>): Condition {
  const conditions = written[test] as readonly Condition[]; // of the schema above
  const given = written.name as string | undefined;
  return { name: given ?? `${test} of ${conditions.map((one) => one.name).join(', ')}`, test, conditions };
}

function negation({ name: given, not: inner }: { name?: string | undefined; not: Condition }): Condition {
  return { name: given ?? `not ${inner.name}`, test: 'not', condition: inner };
}

function normalizePath({ name: given, ...written }: z.output<typeof byPath>): Condition {
  const [program = '.', right] = Object.entries(written).find(([key]) => key.startsWith('.')) ?? [];
  const { [program]: _right, ...outer } = written;
  const isMap =
    typeof right === 'object' && right !== null && operatorNames.some((operator) => operator in right);
  const entries = isMap ? (right as Record<string, unknown>) : { equals: right };
  const inner = Object.fromEntries(Object.entries(entries).filter(([key]) => key in options));
  const operators = operatorNames
    .filter((operator) => operator in entries && entries[operator] !== undefined)
    .map((operator) => ({ operator, expected: entries[operator], ...outer, ...inner }) as OperatorCheck);
  return { name: given ?? `${program}: ${sourceText(right)}`, test: 'operators', program, operators };
}

/** A value as it would be written in YAML's flow style; templates as their source. */
function sourceText(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string'
    ? value
    : (JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '');
}
