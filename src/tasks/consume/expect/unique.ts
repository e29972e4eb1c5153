import type { Program } from '../../../expr/program.ts';
import type { CheckOutcome } from '../../../model/check-outcome.ts';
import { compact } from '../../../model/compact.ts';
import { type Json, type JsonObject, renderJson } from '../../../model/json.ts';
import type { TaskContext } from '../../define-task.ts';
import { type Expectation, placeOf, recordOf } from './expectation.ts';

/** `unique`: no two records give the same value. */
export function expectUnique(of: Program, context: TaskContext): Expectation {
  const places = new Map<string, string>();
  let evaluated = 0;
  let failed = 0;
  let first: (Pick<CheckOutcome, 'message' | 'record'> & { readonly actual: Json }) | undefined;

  const note = (record: JsonObject, value: Json): void => {
    evaluated++;
    const key = renderJson(value);
    const earlier = places.get(key);
    if (earlier === undefined) {
      places.set(key, placeOf(record));
      return;
    }
    failed++;
    first ??= {
      actual: value,
      record: recordOf(record),
      message: `${key} came twice: in ${earlier} and in ${placeOf(record)}`,
    };
  };

  return {
    async offer(records) {
      const contexts = context.expressionContexts(records.map((record) => ({ record })));
      const outcomes = await context.jq.evaluate(of, contexts);
      for (const [index, record] of records.entries()) {
        const [value] = outcomes[index]?.outputs ?? [];
        if (value !== undefined) note(record, value);
      }
    },
    outcomes: () => [
      {
        name: `unique: ${of}`,
        status: failed > 0 ? 'failed' : evaluated > 0 ? 'passed' : 'notEvaluated',
        operator: 'unique',
        evaluated,
        failed,
        ...first,
        ...compact({ span: context.spanOf(['consume', 'expect', 'unique']) }),
      },
    ],
  };
}
