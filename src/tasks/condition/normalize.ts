import type { z } from 'zod';
import { didYouMean } from '../../base/did-you-mean.ts';
import type { OperatorCheck } from '../../checks/apply-operator.ts';
import { findCheckFault } from '../../checks/check-fault.ts';
import { type Operator, optionNames } from '../../checks/define-operator.ts';
import { type OperatorName, operatorNames, operators } from '../../checks/index.ts';
import { listPrograms, type PlacedProgram, PROGRAMS, Program } from '../../expr/program.ts';
import type { JsonObject } from '../../model/json.ts';
import type { NamedFile } from '../../model/named-file.ts';
import { findSchemaFault } from '../../model/schema-fault.ts';
import { listFiles } from './list-files.ts';
import type { Condition, ConditionTest, WrittenCheck } from './normal-form.ts';
import { findFaultInSchema } from './read-schema.ts';
import { writtenText } from './written-text.ts';

type Issues = z.core.$RefinementCtx;
type Path = readonly (string | number)[];

function create(
  name: string,
  test: ConditionTest,
  programs: readonly PlacedProgram[],
  files: readonly NamedFile[] = [],
): Condition {
  return { name, ...test, files, [PROGRAMS]: programs };
}

/** `.record.value.total > 10` */
export function normalizePredicate(program: Program): Condition {
  return create(program.source, { test: 'predicate', program }, listPrograms(program));
}

/** `{ any: […] }` and `{ all: […] }` */
export function normalizeAny(
  test: 'any' | 'all',
  conditions: readonly Condition[],
  name: string | undefined,
): Condition {
  const given = name ?? `${test} of ${conditions.map((one) => one.name).join(', ')}`;
  return create(given, { test, conditions }, listPrograms(conditions, [test]), listFiles(conditions, [test]));
}

/** `{ not: … }` */
export function normalizeNot({
  name,
  not,
}: {
  readonly name?: string | undefined;
  readonly not: Condition;
}): Condition {
  return create(
    name ?? `not ${not.name}`,
    { test: 'not', condition: not },
    listPrograms(not, ['not']),
    listFiles(not, ['not']),
  );
}

/** `{ schema: order.json }` */
export function normalizeSchema(
  {
    name,
    schema,
    jq,
  }: {
    readonly name?: string | undefined;
    readonly schema: string | JsonObject;
    readonly jq?: Program | undefined;
  },
  context: Issues,
): Condition {
  const fault = typeof schema === 'string' ? undefined : findSchemaFault(schema);
  if (fault) report(context, { ...fault, path: ['schema', ...fault.path] });
  const about = jq ? `${jq.source} ` : '';
  const by = typeof schema === 'string' ? schema : String(schema.title ?? schema.$id ?? 'given here');
  return create(
    name ?? `${about}schema ${by}`,
    { test: 'schema', program: jq, schema },
    listPrograms(jq ?? [], ['jq']),
    typeof schema === 'string'
      ? [{ file: schema, path: ['schema'], check: (read) => findFaultInSchema(schema, read) }]
      : [],
  );
}

/** The form in full, as its schema gives it. */
interface Full extends Partial<Options> {
  readonly name?: string | undefined;
  readonly jq?: Program | undefined;
  readonly js?: Program | undefined;
  readonly operator?: OperatorName | undefined;
  readonly expected?: unknown;
}
type Options = Pick<OperatorCheck, 'type' | 'not' | (typeof optionNames)[number]>;

const OPTIONS = ['type', 'not', ...optionNames] as const;

function optionsOf(written: object): Options {
  const entries = Object.entries(written).filter(([key]) => (OPTIONS as readonly string[]).includes(key));
  return Object.fromEntries(entries) as Options; // of the schema
}

/** `{ jq: .record.value.total, operator: greaterThan, expected: 10 }` */
export function normalizeFull(written: Full, context: Issues): Condition {
  const { jq, js, name } = written;
  const program = jq ?? js ?? new Program({ text: '.' });
  if ((jq === undefined) === (js === undefined)) {
    const message = jq ? 'both "jq" and "js"' : 'a condition without a left side';
    const hint = jq ? 'write one of them' : EXAMPLE;
    report(context, { path: jq ? ['js'] : [], message, hint, at: 'key' });
  }
  const side: PlacedProgram = { program, path: [jq ? 'jq' : 'js'], at: 'value' };
  const { expected } = written;
  if (written.operator === undefined && expected === undefined)
    return normalizeBare(written, { context, side });
  const operator = written.operator ?? 'equals';
  const check = createCheck(operator, expected, optionsOf(written));
  reportFault(check, { context, pathOf: (key) => [key] });
  const operands = listPrograms(expected, ['expected']);
  const words = [program.source, check.not ? 'not' : '', operator, writtenText(expected)];
  return create(
    name ?? words.filter((word) => word !== '').join(' '),
    { test: 'operators', program, operators: [check] },
    [side, ...operands],
    listFiles(expected, ['expected']),
  );
}

/** Without operator and right side it is a predicate with a name. */
function normalizeBare(
  written: Full,
  { context, side }: { readonly context: Issues; readonly side: PlacedProgram },
): Condition {
  const useless = OPTIONS.find((key) => key !== 'not' && written[key] !== undefined);
  if (useless !== undefined)
    report(context, {
      path: [useless],
      message: `"${useless}" without an operator`,
      hint: 'add "operator: …"',
    });
  const { program } = side;
  const predicate = create(written.name ?? program.source, { test: 'predicate', program }, [side]);
  if (!written.not) return predicate;
  return create(written.name ?? `not ${program.source}`, { test: 'not', condition: predicate }, [side]);
}

/** `.record.value.PLANTYPE: Free`, `.record.value.total: { greaterThan: 10 }` */
export function normalizePath(written: Readonly<Record<string, unknown>>, context: Issues): Condition {
  const path = pathOf(written, context);
  const program = new Program({ text: path ?? '.' });
  if (path === undefined) return normalizePredicate(program); // it is wrong, and has been reported
  const right = written[path];
  const isMap = isOperatorMap(right);
  const outer = optionsOf(written);
  const inner = isMap ? optionsOf(right) : {};
  const given: readonly [OperatorName, unknown][] = isMap
    ? operatorNames.filter((one) => right[one] !== undefined).map((one) => [one, right[one]])
    : [['equals', right]];
  if (given.length === 0)
    report(context, {
      path: [path],
      message: 'a map without an operator',
      hint: 'write { equals: … } for a map',
    });
  const checks = given.map(([operator, expected]) => createCheck(operator, expected, { ...outer, ...inner }));
  for (const check of checks)
    reportFault(check, {
      context,
      pathOf: (key) => {
        if (key === 'expected' || key === 'operator') return isMap ? [path, check.operator] : [path];
        return key in inner ? [path, key] : [key];
      },
    });
  return create(
    (written.name as string | undefined) ?? `${path}: ${writtenText(right)}`, // of the schema
    { test: 'operators', program, operators: checks },
    [{ program, path: [path], at: 'key' }, ...listPrograms(right, [path])],
    listFiles(right, [path]),
  );
}

/** Operators are parsed to a map without templates of its own; lists and templates are values. */
function isOperatorMap(right: unknown): right is Readonly<Record<string, unknown>> {
  return typeof right === 'object' && right !== null && Object.getPrototypeOf(right) === Object.prototype;
}

function pathOf(written: Readonly<Record<string, unknown>>, context: Issues): string | undefined {
  const keys = Object.keys(written).filter(
    (key) => key !== 'name' && !(OPTIONS as readonly string[]).includes(key),
  );
  const paths = keys.filter((key) => key.startsWith('.'));
  const unknown = keys.filter((key) => !key.startsWith('.'));
  for (const key of unknown) reportUnknown(key, context);
  if (unknown.length > 0 || paths.length === 1) return paths[0];
  const message =
    paths.length === 0 ? 'a condition without a path' : `a condition with ${paths.length} paths`;
  report(context, { path: paths.slice(1, 2), message, hint: EXAMPLE, at: 'key' });
  return paths[0];
}

const EXAMPLE = 'write one jq path a condition, such as ".record.value.id: 42"';
const FORMS = ['name', 'jq', 'js', 'operator', 'expected', 'any', 'all', 'schema', ...OPTIONS];

function reportUnknown(key: string, context: Issues): void {
  const hint = didYouMean(key, FORMS) ?? 'a path begins with a dot, such as ".record.value.id: 42"';
  report(context, {
    path: [key],
    message: `unknown key "${key}"`,
    hint,
    code: 'SCHEMA_UNKNOWN_KEY',
    at: 'key',
  });
}

function createCheck(operator: OperatorName, expected: unknown, options: Options): WrittenCheck {
  const { beforehand }: Operator = operators[operator];
  const isCondition = beforehand === 'condition' && typeof expected === 'object';
  return isCondition
    ? { operator, ...options, condition: expected as Condition } // of the schema of its right side
    : { operator, ...options, ...(expected === undefined ? {} : { expected }) };
}

function reportFault(
  check: WrittenCheck,
  { context, pathOf: at }: { readonly context: Issues; readonly pathOf: (key: string) => Path },
): void {
  const isKnown = check.condition === undefined && listPrograms(check.expected).length === 0;
  const fault = findCheckFault(check as OperatorCheck, isKnown); // the right side counts only when it is known
  if (!fault) return;
  const { key, message, hint } = fault;
  const isValue = key === 'expected' || key === 'operator' || key === 'type' || key === 'format';
  report(context, { path: at(key), message, hint, at: isValue ? 'value' : 'key' });
}

interface Report {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly code?: string;
  readonly at?: 'key' | 'value';
}

/** Of a value that is not even of the right shape, only that is told. */
function report(context: Issues, { path, message, ...params }: Report): void {
  if (context.issues.some(({ code }) => code !== 'custom')) return;
  context.issues.push({ code: 'custom', path: [...path], message, params, input: undefined });
}
