import { defineOperator } from './define-operator.ts';

/** `lessThan`: of numbers, however large. */
export const lessThan = defineOperator<number | bigint, number | bigint>({
  about: 'it is less',
  types: ['number'],
  negation: 'greaterOrEqual',
  phrase: 'less than',
  expects: () => 'number',
  test: (actual, expected) => actual < expected,
});
