import type { Program } from '../../../expr/program.ts';
import type { CheckOutcome } from '../../../model/check-outcome.ts';
import { compact } from '../../../model/compact.ts';
import { type Json, type JsonObject, renderJson } from '../../../model/json.ts';
import type { TaskContext } from '../../define-task.ts';
import { type Expectation, placeOf, recordOf } from './expectation.ts';

/** `ordered` as it is written, with its defaults. */
export interface OrderedSpec {
  readonly by: Program;
  readonly per?: 'partition' | 'key' | 'all' | undefined;
  readonly direction?: 'ascending' | 'descending' | undefined;
  readonly strict?: boolean | undefined;
}

/** `ordered`: in each partition (or key, or over all) the values go one way; equal neighbours are fine unless strict. */
export function expectOrdered(spec: OrderedSpec, context: TaskContext): Expectation {
  const { by, per = 'partition', direction = 'ascending', strict = false } = spec;
  const last = new Map<string, { readonly value: Json; readonly record: JsonObject }>();
  let evaluated = 0;
  let failed = 0;
  let first: Partial<CheckOutcome> | undefined;

  const note = (record: JsonObject, value: Json): void => {
    evaluated++;
    const group = groupOf(record, per);
    const before = last.get(group);
    last.set(group, { value, record });
    const fault = before && faultOf(before.value, value, { direction, strict });
    if (!before || fault === undefined) return;
    failed++;
    first ??= {
      actual: value,
      record: recordOf(record),
      message: `${renderJson(value)} in ${placeOf(record)} ${fault} ${renderJson(before.value)} in ${placeOf(before.record)}`,
    };
  };

  return {
    async offer(records) {
      const contexts = context.expressionContexts(records.map((record) => ({ record })));
      const outcomes = await context.jq.evaluate(by, contexts);
      for (const [index, record] of records.entries()) note(record, outcomes[index]?.outputs[0] ?? null);
    },
    outcomes: () => [
      {
        name: `ordered by ${by} per ${per}`,
        status: failed > 0 ? 'failed' : evaluated > 0 ? 'passed' : 'notEvaluated',
        operator: strict ? `strictly ${direction}` : direction,
        evaluated,
        failed,
        ...first,
        ...compact({ span: context.spanOf(['consume', 'expect', 'ordered']) }),
      },
    ],
  };
}

function groupOf({ topic, partition, key }: JsonObject, per: 'partition' | 'key' | 'all'): string {
  if (per === 'all') return '';
  return renderJson(per === 'key' ? (key ?? null) : [topic ?? null, partition ?? null]);
}

/** What is wrong with a value after another; undefined when nothing is. */
function faultOf(
  before: Json,
  value: Json,
  { direction, strict }: { readonly direction: 'ascending' | 'descending'; readonly strict: boolean },
): string | undefined {
  const order = compare(before, value);
  if (order === undefined) return 'cannot be compared with';
  if (order === 0) return strict ? 'is not different from' : undefined;
  const goesUp = order < 0;
  if (goesUp === (direction === 'ascending')) return undefined;
  return direction === 'ascending' ? 'comes after the greater' : 'comes after the smaller';
}

/** Numbers of any size, or texts (ISO dates among them); undefined for anything else. */
function compare(a: Json, b: Json): number | undefined {
  const isNumber = (value: Json): value is number | bigint =>
    typeof value === 'number' || typeof value === 'bigint';
  const areComparable = (isNumber(a) && isNumber(b)) || (typeof a === 'string' && typeof b === 'string');
  if (!areComparable) return undefined;
  const [left, right] = [a, b] as [number, number]; // or two texts: the operators take both
  return left < right ? -1 : left > right ? 1 : 0;
}
