import type { SourceSpan } from '../base/source-span.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import { isJsonObject, type JsonObject } from '../model/json.ts';
import type { Condition } from './condition/condition.ts';
import { type Judgement, judge } from './condition/judge.ts';
import type { TaskContext } from './define-task.ts';

/** The checks of a task over all its records. */
export interface Judged {
  readonly failed: boolean;
  /** Of the first failed check. */
  readonly message: string | undefined;
  readonly span: SourceSpan | undefined;
  /** One entry a check, in their order. */
  readonly checks: readonly CheckOutcome[];
}

/**
 * Evaluates every check of the task on every context (`.record`, `.index` added to the rest). A check that met no record
 * is `notEvaluated` and fails, unless the task allows none: no vacuous pass.
 */
export async function judgeRecords(
  added: readonly JsonObject[],
  context: TaskContext,
  { allowsNone = false }: { readonly allowsNone?: boolean } = {},
): Promise<Judged> {
  const contexts = added.map((one) => context.expressionContext(one));
  const checks = await Promise.all(
    context.checks.map(async (check, index) => {
      const judgements = await judge(check, contexts, context);
      return summarize(check, judgements, { added, span: context.spanOf(['checks', index]) });
    }),
  );
  const failed = checks.filter(
    (check) => check.status === 'failed' || (check.status === 'notEvaluated' && !allowsNone),
  );
  const first = failed[0];
  return {
    failed: failed.length > 0,
    message:
      first &&
      `check "${first.name}" ${first.status === 'failed' ? `failed: ${first.message}` : 'was never evaluated: no record'}`,
    span: first?.span,
    checks,
  };
}

/** Failed with the first record that failed it, else with the last that passed it. */
function summarize(
  check: Condition,
  judgements: readonly Judgement[],
  { added, span }: { readonly added: readonly JsonObject[]; readonly span: SourceSpan | undefined },
): CheckOutcome {
  const firstFailed = judgements.findIndex((one) => !one.passed);
  const index = firstFailed >= 0 ? firstFailed : judgements.length - 1;
  const shown = judgements[index];
  const failedCount = judgements.filter((one) => !one.passed).length;
  const record = recordPlace(added[index]);
  const where = span === undefined ? {} : { span };
  if (!shown)
    return {
      name: check.name,
      status: 'notEvaluated',
      operator: operatorOf(check),
      evaluated: 0,
      failed: 0,
      ...where,
    };
  const sides = {
    expected: shown.expected,
    actual: shown.actual,
    message: shown.message,
    difference: shown.difference,
  };
  return {
    name: check.name,
    status: failedCount > 0 ? 'failed' : 'passed',
    operator: shown.operator,
    ...Object.fromEntries(Object.entries(sides).filter(([, value]) => value !== undefined)),
    ...(record ? { record } : {}),
    evaluated: judgements.length,
    failed: failedCount,
    ...where,
  };
}

function operatorOf(check: Condition): string {
  if (check.test !== 'operators') return check.test === 'predicate' ? 'is true' : check.test;
  return check.operators[0]?.operator ?? 'equals';
}

function recordPlace(added: JsonObject | undefined): CheckOutcome['record'] {
  const record = added?.record;
  if (!isJsonObject(record)) return undefined;
  const { topic, partition, offset } = record;
  return typeof topic === 'string' &&
    typeof partition === 'number' &&
    (typeof offset === 'number' || typeof offset === 'bigint')
    ? { topic, partition, offset }
    : undefined;
}
