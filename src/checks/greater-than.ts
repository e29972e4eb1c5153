import { defineOperator } from './define-operator.ts';

/** `greaterThan`: of numbers, however large. */
export const greaterThan = defineOperator<number | bigint, number | bigint>({
  about: 'it is greater, however large both are',
  types: ['number'],
  negation: 'lessOrEqual',
  phrase: 'greater than',
  expects: () => 'number',
  test: (actual, expected) => actual > expected,
});
