import { defineOperator } from './define-operator.ts';

/** `lessOrEqual`: of numbers, however large. */
export const lessOrEqual = defineOperator<number | bigint, number | bigint>({
  about: 'it is less or equal',
  types: ['number'],
  negation: 'greaterThan',
  phrase: 'less or equal',
  expects: () => 'number',
  test: (actual, expected) => actual <= expected,
});
