import { applyOperator, type OperatorCheck, showValue } from '../../checks/apply-operator.ts';
import type { Operator } from '../../checks/define-operator.ts';
import { operators } from '../../checks/index.ts';
import { patternFlags } from '../../checks/matches.ts';
import { plainText } from '../../checks/same-value.ts';
import type { Jq } from '../../expr/jq.ts';
import type { JqOutcome } from '../../expr/jq-wire.ts';
import type { Program } from '../../expr/program.ts';
import { resolveEach } from '../../expr/resolve.ts';
import type { Json } from '../../model/json.ts';
import type { Surroundings } from '../define-task.ts';
import type { Case, Judgement } from './judgement.ts';
import type { Condition, WrittenCheck } from './normal-form.ts';

/** Judges conditions on the elements of lists, which are conditions like any other. */
interface Tools extends Surroundings {
  readonly judgeCases: (
    condition: Condition,
    cases: readonly Case[],
    surroundings: Surroundings,
  ) => Promise<readonly Judgement[]>;
}

/** What a program found: one value, nothing at all, or why there is none. */
interface LeftSide {
  readonly value: Json | undefined;
  readonly fault?: string;
}

/** One judgement per case: that of the first operator that does not hold, else that of the first. */
export async function judgeOperators(
  { program, operators: checks }: Extract<Condition, { test: 'operators' }>,
  cases: readonly Case[],
  tools: Tools,
): Promise<readonly Judgement[]> {
  const left = await leftSides(program, cases, tools.jq);
  const columns = await Promise.all(checks.map((check) => judgeCheck(check, { left, cases, tools })));
  return cases.map((_, index) => {
    const each = columns.flatMap((column) => column[index] ?? []);
    return each.find((one) => !one.passed) ?? each[0] ?? { passed: true, operator: 'equals' };
  });
}

async function leftSides(program: Program, cases: readonly Case[], jq: Jq): Promise<readonly LeftSide[]> {
  const inputs = cases.map(({ input }) => input);
  const outcomes = await jq.evaluate(program, inputs);
  const nulls = [...outcomes.keys()].filter((index) => isNull(outcomes[index]));
  const found = await jq.exists(
    program,
    nulls.map((index) => inputs[index] ?? null),
  );
  const missing = new Set(nulls.filter((_, index) => !found[index]));
  return outcomes.map((outcome, index) => (missing.has(index) ? { value: undefined } : leftSide(outcome)));
}

function isNull(outcome: JqOutcome | undefined): boolean {
  return outcome?.error === undefined && outcome?.outputs.length === 1 && outcome.outputs[0] === null;
}

function leftSide({ outputs, error }: JqOutcome): LeftSide {
  if (error !== undefined) return { value: undefined, fault: `an error: ${error}` };
  if (outputs.length > 1)
    return {
      value: outputs,
      fault: `${outputs.length} results, where one was expected: ${showValue(outputs)}`,
    };
  return { value: outputs[0] };
}

interface Column {
  readonly left: readonly LeftSide[];
  readonly cases: readonly Case[];
  readonly tools: Tools;
}

async function judgeCheck(written: WrittenCheck, column: Column): Promise<readonly Judgement[]> {
  const { left, cases, tools } = column;
  const contexts = cases.map(({ context }) => context);
  const { condition, ...rest } = written;
  const resolved = await resolveEach(rest, contexts, tools.jq);
  const checks = resolved.map(
    (check) => (condition ? { ...check, expected: condition.name } : check) as OperatorCheck, // its templates are resolved
  );
  const nowMs = tools.clock.wallMs();
  const known = await findOut(written, { ...column, checks });
  return left.map(({ value, fault }, index) => {
    const check = checks[index] ?? { operator: written.operator };
    const operator = check.not === true ? `not ${check.operator}` : check.operator;
    const sides = { operator, expected: check.expected, actual: value };
    const beforehand = known[index];
    const trouble = fault ?? (typeof beforehand === 'string' ? `no answer: ${beforehand}` : undefined);
    if (trouble !== undefined)
      return {
        ...sides,
        passed: false,
        message: `expected ${operator} ${showExpected(check)}, got ${trouble}`,
      };
    const circumstances = { nowMs, known: typeof beforehand === 'string' ? undefined : beforehand };
    return { ...sides, ...applyOperator(check, value, circumstances) };
  });
}

function showExpected({ expected }: OperatorCheck): string {
  return expected === undefined ? '' : showValue(expected);
}

/** What an operator wants to be found out beforehand, for each case; a text says why that could not be done. */
async function findOut(
  { condition, operator: name }: WrittenCheck,
  column: Column & { readonly checks: readonly OperatorCheck[] },
): Promise<readonly (readonly boolean[] | string | undefined)[]> {
  const { beforehand }: Operator = operators[name];
  if (beforehand === 'search') return searchEach(column);
  return beforehand === 'condition' && condition ? judgeElements(condition, column) : [];
}

/** The condition on each element of each list; none for what is no list. */
async function judgeElements(
  condition: Condition,
  { left, cases, tools }: Column,
): Promise<readonly (readonly boolean[])[]> {
  const lists = left.map(({ value, fault }) => (Array.isArray(value) && fault === undefined ? value : []));
  const elements = lists.flatMap((list, index) =>
    list.map((input: Json): Case => ({ input, context: cases[index]?.context ?? {} })),
  );
  const verdicts = (await tools.judgeCases(condition, elements, tools)).values();
  return lists.map((list) => list.map(() => verdicts.next().value?.passed === true));
}

/** Whether the pattern of each check occurs in its text. Those that are the same pattern are searched for at once. */
async function searchEach({
  left,
  checks,
  tools,
}: Column & { readonly checks: readonly OperatorCheck[] }): Promise<
  readonly (readonly boolean[] | string)[]
> {
  const found: (readonly boolean[] | string)[] = [];
  const patterns = new Set(checks.map(({ expected }) => expected));
  for (const pattern of patterns) {
    const indexes = [...checks.keys()].filter((index) => checks[index]?.expected === pattern);
    const verdicts = await search(pattern, { left, indexes, check: checks[indexes[0] ?? 0], jq: tools.jq });
    for (const [at, index] of indexes.entries())
      found[index] = typeof verdicts === 'string' ? verdicts : [verdicts[at] === true];
  }
  return found;
}

/** What is no text does not match, and a pattern that is none is for the operator to say. */
async function search(
  pattern: Json | undefined,
  about: {
    readonly left: readonly LeftSide[];
    readonly indexes: readonly number[];
    readonly check: OperatorCheck | undefined;
    readonly jq: Jq;
  },
): Promise<readonly boolean[] | string> {
  const { check, indexes, left, jq } = about;
  const isPattern =
    typeof pattern === 'string' && operators.matches.faultOf?.(pattern, check ?? {}) === undefined;
  if (!isPattern) return [];
  const texts = indexes.map((index) => left[index]?.value);
  const plain = texts.map((text) => (typeof text === 'string' ? plainText(text, { trim: check?.trim }) : ''));
  return jq.search(pattern, patternFlags(check ?? {}), plain);
}
