import { applyOperator, type OperatorCheck, type OperatorOutcome } from '../../checks/index.ts';
import type { JqOutcome } from '../../expr/jq-wire.ts';
import { resolve } from '../../expr/resolve.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Surroundings } from '../define-task.ts';
import type { Condition } from './condition.ts';

/** How one condition came out on one context. */
export interface Judgement {
  readonly passed: boolean;
  /** With its negation, for the report. */
  readonly operator: string;
  readonly expected?: Json | undefined;
  /** Absent when the path is missing. */
  readonly actual?: Json | undefined;
  /** One sentence with both sides, when it failed. */
  readonly message?: string | undefined;
  readonly difference?: OperatorOutcome['difference'];
}

/** Do all conditions hold, for each of the contexts? An error in one is no match. */
export async function matches(
  conditions: readonly Condition[],
  contexts: readonly JsonObject[],
  surroundings: Surroundings,
): Promise<readonly boolean[]> {
  const judged = await Promise.all(conditions.map((condition) => judge(condition, contexts, surroundings)));
  return contexts.map((_, index) => judged.every((of) => of[index]?.passed));
}

/** One judgement per context, in order. Each jq program is evaluated once over all contexts. */
export async function judge(
  condition: Condition,
  contexts: readonly JsonObject[],
  surroundings: Surroundings,
): Promise<readonly Judgement[]> {
  switch (condition.test) {
    case 'predicate':
      return (await surroundings.jq.evaluate(condition.program, contexts)).map(judgePredicate);
    case 'operators':
      return judgeOperators(condition, contexts, surroundings);
    case 'not': {
      const inner = await judge(condition.condition, contexts, surroundings);
      return inner.map((one) => ({
        ...one,
        operator: `not ${one.operator}`,
        ...turnRound(one.passed, condition.name),
      }));
    }
    default: {
      const each = await Promise.all(condition.conditions.map((one) => judge(one, contexts, surroundings)));
      return contexts.map((_, index) =>
        combine(
          condition,
          each.map((of) => of[index]).filter((one) => one !== undefined),
        ),
      );
    }
  }
}

function judgePredicate({ outputs, error }: JqOutcome): Judgement {
  const operator = 'is true';
  if (error !== undefined) return { passed: false, operator, message: `jq: ${error}` };
  if (outputs.length === 0) return { passed: false, operator, message: 'gave no result, which is not true' };
  const wrong = outputs.find((output) => output !== true);
  return wrong === undefined
    ? { passed: true, operator, expected: true, actual: true }
    : {
        passed: false,
        operator,
        expected: true,
        actual: wrong,
        message: `expected true, got ${show(wrong)}`,
      };
}

async function judgeOperators(
  { program, operators }: Extract<Condition, { test: 'operators' }>,
  contexts: readonly JsonObject[],
  surroundings: Surroundings,
): Promise<readonly Judgement[]> {
  const actuals = await surroundings.jq.evaluate(program, contexts);
  return Promise.all(
    contexts.map(async (context, index) => {
      const resolved = (await resolve(operators, context, surroundings.jq)) as readonly OperatorCheck[];
      const outcome = actuals[index] ?? { outputs: [] };
      const each = resolved.map((check) => judgeOperator(check, outcome));
      return each.find((one) => !one.passed) ?? each[0] ?? { passed: true, operator: 'equals' };
    }),
  );
}

function judgeOperator(check: OperatorCheck, { outputs, error }: JqOutcome): Judgement {
  const operator = check.not === true ? `not ${check.operator}` : check.operator;
  const sides = { operator, expected: check.expected as Json | undefined };
  if (error !== undefined) return { ...sides, passed: false, message: `jq: ${error}` };
  if (outputs.length > 1)
    return {
      ...sides,
      passed: false,
      actual: outputs,
      message: `the path gave ${outputs.length} results, not one`,
    };
  return { ...sides, actual: outputs[0], ...applyOperator(check, outputs[0]) };
}

function turnRound(passed: boolean, name: string): Pick<Judgement, 'passed' | 'message'> {
  return passed
    ? { passed: false, message: `expected that it does not hold: ${name}` }
    : { passed: true, message: undefined };
}

function combine(
  condition: Extract<Condition, { test: 'any' | 'all' }>,
  each: readonly Judgement[],
): Judgement {
  const failed = each.filter((one) => !one.passed);
  const passed = condition.test === 'all' ? failed.length === 0 : failed.length < each.length;
  if (passed) return { passed, operator: condition.test };
  const first = failed[0];
  return {
    passed,
    operator: condition.test,
    ...(first?.expected === undefined ? {} : { expected: first.expected }),
    ...(first?.actual === undefined ? {} : { actual: first.actual }),
    message: failed.map((one) => one.message ?? '').join('; '),
  };
}

function show(value: Json): string {
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}
