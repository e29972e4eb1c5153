import { defineOperator } from './define-operator.ts';

/** `isTrue`: the boolean true. */
export const isTrue = defineOperator<boolean>({
  about: 'it is `true`',
  types: ['boolean'],
  negation: 'isFalse',
  phrase: 'true',
  isFlag: true,
  expects: () => 'boolean',
  faultOf: (expected) => (expected === true ? undefined : 'isTrue takes true only; the opposite is isFalse'),
  test: (actual) => actual === true,
});
