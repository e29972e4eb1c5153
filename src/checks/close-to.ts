import { defineOperator } from './define-operator.ts';
import { isNear } from './same-value.ts';

/** `closeTo`: two numbers are no further apart than `tolerance`. */
export const closeTo = defineOperator<number | bigint, number | bigint>({
  about: 'it is no further away than `tolerance`',
  types: ['number'],
  negation: true,
  phrase: 'close to',
  expects: () => 'number',
  options: ['tolerance'],
  faultOf: (_expected, { tolerance }) =>
    tolerance === undefined ? 'closeTo needs a "tolerance" beside it' : undefined,
  test: (actual, expected, { tolerance = 0 }) => isNear(actual, expected, tolerance),
});
