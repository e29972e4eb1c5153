import { defineOperator } from './define-operator.ts';

/** `isFalse`: the boolean false. */
export const isFalse = defineOperator<boolean>({
  about: 'it is `false`',
  types: ['boolean'],
  negation: 'isTrue',
  phrase: 'false',
  isFlag: true,
  expects: () => 'boolean',
  faultOf: (expected) => (expected === true ? undefined : 'isFalse takes true only; the opposite is isTrue'),
  test: (actual) => actual === false,
});
