import { isDeepStrictEqual } from 'node:util';
import type { Program } from '../../../expr/program.ts';
import { compact } from '../../../model/compact.ts';
import { type Json, renderJson } from '../../../model/json.ts';
import type { TaskContext } from '../../define-task.ts';
import type { Expectation } from './expectation.ts';

export interface SequenceSpec {
  readonly of: Program;
  readonly equals: readonly Json[];
  readonly mode?: 'exact' | 'inOrder' | 'anyOrder' | undefined;
}

/** Longer sequences are compared by their beginning; a message shows as many. */
const MOST_KEPT = 10_000;
const MOST_SHOWN = 20;

/** `sequence`: these values, in this order; `inOrder` lets others stand between, `anyOrder` does not look at the order. */
export function expectSequence(spec: SequenceSpec, context: TaskContext): Expectation {
  const { of, equals, mode = 'exact' } = spec;
  const values: Json[] = [];
  const holds = (): boolean => HOLDS[mode](values, equals);
  return {
    async offer(records) {
      const contexts = context.expressionContexts(records.map((record) => ({ record })));
      const outcomes = await context.jq.evaluate(of, contexts);
      if (values.length < MOST_KEPT) values.push(...outcomes.map(({ outputs }) => outputs[0] ?? null));
    },
    isComplete: () => mode === 'inOrder' && holds(),
    outcomes: () => {
      const passed = holds();
      const status = passed ? 'passed' : values.length > 0 ? 'failed' : 'notEvaluated';
      return [
        {
          name: `sequence of ${of}`,
          status,
          operator: mode === 'exact' ? 'equals' : mode === 'inOrder' ? 'contains in order' : 'same elements',
          expected: equals,
          actual: values.slice(0, MOST_SHOWN),
          evaluated: values.length,
          failed: passed ? 0 : 1,
          ...compact({
            message: passed ? undefined : describe(values, equals),
            span: context.spanOf(['consume', 'expect', 'sequence']),
          }),
        },
      ];
    },
  };
}

type Test = (values: readonly Json[], equals: readonly Json[]) => boolean;

const HOLDS: Readonly<Record<'exact' | 'inOrder' | 'anyOrder', Test>> = {
  exact: (values, equals) => isDeepStrictEqual(values, equals),
  inOrder(values, equals) {
    let next = 0;
    for (const value of values) if (next < equals.length && isDeepStrictEqual(value, equals[next])) next++;
    return next === equals.length;
  },
  anyOrder: (values, equals) => isDeepStrictEqual(sorted(values), sorted(equals)),
};

function sorted(values: readonly Json[]): readonly string[] {
  return values.map((value) => renderJson(value)).toSorted();
}

function describe(values: readonly Json[], equals: readonly Json[]): string {
  const show = (list: readonly Json[]): string =>
    `${renderJson(list.slice(0, MOST_SHOWN))}${list.length > MOST_SHOWN ? ` and ${list.length - MOST_SHOWN} more` : ''}`;
  return `expected ${show(equals)}, got ${show(values)}`;
}
