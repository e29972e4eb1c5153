import type { SourceSpan } from '../base/source-span.ts';
import type { CheckOutcome } from '../model/check-outcome.ts';
import { compact } from '../model/compact.ts';
import { isJsonObject, type JsonObject } from '../model/json.ts';
import type { Condition } from './condition/condition.ts';
import { type Judgement, judge } from './condition/judge.ts';
import type { Surroundings } from './define-task.ts';

/** How one check has come out so far. */
interface Count {
  evaluated: number;
  failed: number;
  /** The first that failed, else the last that passed, with its context. */
  shown: { readonly judgement: Judgement; readonly context: JsonObject } | undefined;
}

/** The checks of a task, evaluated batch by batch on what it brings forth; keeps one result a check, whatever comes. */
export class CheckTally {
  readonly #checks: readonly Condition[];
  readonly #counts: readonly Count[];
  readonly #spanOf: (index: number) => SourceSpan | undefined;

  constructor(checks: readonly Condition[], spanOf: (index: number) => SourceSpan | undefined) {
    this.#checks = checks;
    this.#counts = checks.map(() => ({ evaluated: 0, failed: 0, shown: undefined }));
    this.#spanOf = spanOf;
  }

  /** Evaluates every check on every context, in order. */
  async add(contexts: readonly JsonObject[], surroundings: Surroundings): Promise<void> {
    if (contexts.length === 0) return;
    const judged = await Promise.all(this.#checks.map((check) => judge(check, contexts, surroundings)));
    for (const [index, judgements] of judged.entries()) {
      const count = this.#counts[index];
      if (count) note(count, judgements, contexts);
    }
  }

  /** One entry a check, in their order. */
  outcomes(): readonly CheckOutcome[] {
    return this.#checks.map((check, index) => {
      const { evaluated, failed, shown } = this.#counts[index] ?? {
        evaluated: 0,
        failed: 0,
        shown: undefined,
      };
      const status = shown === undefined ? 'notEvaluated' : failed > 0 ? 'failed' : 'passed';
      const { expected, actual, message, difference } = shown?.judgement ?? {};
      return {
        name: check.name,
        status,
        operator: shown?.judgement.operator ?? operatorOf(check),
        evaluated,
        failed,
        ...compact({
          expected,
          actual,
          message,
          difference: difference && [...difference],
          record: placeOf(shown?.context),
          span: this.#spanOf(index),
        }),
      };
    });
  }
}

function note(count: Count, judgements: readonly Judgement[], contexts: readonly JsonObject[]): void {
  const failures = judgements.filter((one) => !one.passed).length;
  const firstFailed = judgements.findIndex((one) => !one.passed);
  const index = firstFailed >= 0 ? firstFailed : judgements.length - 1;
  const judgement = judgements[index];
  if (judgement && (count.failed === 0 || !count.shown))
    count.shown = { judgement, context: contexts[index] ?? {} };
  count.evaluated += judgements.length;
  count.failed += failures;
}

/** The sentence of a check that did not hold: what a task says when nothing else kept it from passing. */
export function describeFailedCheck(check: CheckOutcome): string {
  if (check.status === 'notEvaluated') return `check "${check.name}" was never evaluated: no record`;
  const share = check.evaluated > 1 ? ` (${check.failed} of ${check.evaluated})` : '';
  return `check "${check.name}" failed: ${check.message ?? 'it does not hold'}${share}`;
}

function operatorOf(check: Condition): string {
  if (check.test !== 'operators') return check.test === 'predicate' ? 'is true' : check.test;
  return check.operators[0]?.operator ?? 'equals';
}

function placeOf(context: JsonObject | undefined): CheckOutcome['record'] {
  const record = context?.record;
  if (!isJsonObject(record)) return undefined;
  const { topic, partition, offset } = record;
  return typeof topic === 'string' &&
    typeof partition === 'number' &&
    (typeof offset === 'number' || typeof offset === 'bigint')
    ? { topic, partition, offset }
    : undefined;
}
