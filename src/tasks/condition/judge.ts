import { showValue } from '../../checks/apply-operator.ts';
import type { JqOutcome } from '../../expr/jq-wire.ts';
import { parseSimple, sidesOf } from '../../expr/simple-path.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Surroundings } from '../define-task.ts';
import { judgeOperators } from './judge-operators.ts';
import { judgeSchema } from './judge-schema.ts';
import type { Case, Judgement } from './judgement.ts';
import type { Condition } from './normal-form.ts';

export type { Judgement } from './judgement.ts';

/**
 * One judgement per context, in order. Each program is evaluated once over all contexts.
 * @throws RunError EXPRESSION_FAILED of a template on a right side; whatever else happens is a judgement
 */
export function judge(
  condition: Condition,
  contexts: readonly JsonObject[],
  surroundings: Surroundings,
): Promise<readonly Judgement[]> {
  const cases = contexts.map((context) => ({ input: context, context }));
  return judgeCases(condition, cases, surroundings);
}

async function judgeCases(
  condition: Condition,
  cases: readonly Case[],
  surroundings: Surroundings,
): Promise<readonly Judgement[]> {
  switch (condition.test) {
    case 'predicate': {
      const inputs = cases.map(({ input }) => input);
      const outcomes = await surroundings.jq.evaluate(condition.program, inputs);
      const { language, text } = condition.program;
      const simple = language === 'jq' ? parseSimple(text) : undefined;
      return outcomes.map((outcome, index) => {
        const judged = judgePredicate(outcome);
        const sides = judged.passed ? undefined : sidesOf(simple, inputs[index] ?? null);
        return sides ? describeComparison(sides) : judged;
      });
    }
    case 'operators':
      return judgeOperators(condition, cases, { ...surroundings, judgeCases });
    case 'schema':
      return judgeSchema(condition, cases, surroundings);
    case 'not': {
      const inner = await judgeCases(condition.condition, cases, surroundings);
      return inner.map((one) => turnRound(one, condition));
    }
    default: {
      const each = await Promise.all(condition.conditions.map((one) => judgeCases(one, cases, surroundings)));
      return cases.map((_, index) =>
        combine(
          condition,
          each.flatMap((of) => of[index] ?? []),
        ),
      );
    }
  }
}

function judgePredicate({ outputs, error }: JqOutcome): Judgement {
  const sides = { operator: 'is true', expected: true };
  const wrong = outputs.find((output) => output !== true);
  if (wrong !== undefined)
    return { ...sides, passed: false, actual: wrong, message: `expected true, got ${showValue(wrong)}` };
  if (error !== undefined)
    return { ...sides, passed: false, message: `expected true, got an error: ${error}` };
  return outputs.length === 0
    ? { ...sides, passed: false, message: 'expected true, got no result' }
    : { ...sides, passed: true, actual: true };
}

/** What a failed `.record.value.total > 10` compared, as an operator tells it. */
function describeComparison({ operator, left, right }: NonNullable<ReturnType<typeof sidesOf>>): Judgement {
  const expected = operator === '==' ? showValue(right) : `${operator} ${showValue(right)}`;
  return {
    passed: false,
    operator: operator === '==' ? 'equals' : operator,
    expected: right,
    actual: left,
    message: `expected ${expected}, got ${showValue(left)}`,
  };
}

function turnRound(inner: Judgement, { condition }: Extract<Condition, { test: 'not' }>): Judgement {
  const { message: _message, difference: _difference, ...sides } = inner;
  const operator = `not ${inner.operator}`;
  if (!inner.passed) return { ...sides, operator, passed: true };
  const actual = inner.actual === undefined ? '' : `: got ${showValue(inner.actual)}`;
  return { ...sides, operator, passed: false, message: `expected not to hold: ${condition.name}${actual}` };
}

function combine(
  { test, conditions }: Extract<Condition, { test: 'any' | 'all' }>,
  each: readonly Judgement[],
): Judgement {
  const isFailed = (one: Judgement | undefined): boolean => one?.passed !== true;
  const failed = conditions.filter((_, index) => isFailed(each[index]));
  const passed = test === 'all' ? failed.length === 0 : failed.length < conditions.length;
  if (passed) return { passed, operator: test };
  const reasons = conditions.flatMap(({ name }, index) =>
    isFailed(each[index]) ? [`${name}: ${each[index]?.message ?? 'it does not hold'}`] : [],
  );
  const first = each.find(isFailed);
  return {
    passed,
    operator: test,
    expected: first?.expected,
    actual: first?.actual,
    message: `${test === 'any' ? 'none holds' : 'not all hold'}: ${reasons.join('; ')}`,
  };
}
