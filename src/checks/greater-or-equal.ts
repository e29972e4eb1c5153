import { defineOperator } from './define-operator.ts';

/** `greaterOrEqual`: of numbers, however large. */
export const greaterOrEqual = defineOperator<number | bigint, number | bigint>({
  about: 'it is greater or equal',
  types: ['number'],
  negation: 'lessThan',
  phrase: 'greater or equal',
  expects: () => 'number',
  test: (actual, expected) => actual >= expected,
});
