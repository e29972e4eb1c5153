import { defineOperator } from './define-operator.ts';

/** `isNull`: null, or nothing there at all; `exists` tells these two apart. */
export const isNull = defineOperator<undefined>({
  about: 'it is null, or there is nothing; `isNull: false` is the negation',
  types: ['any', 'string', 'number', 'date', 'list', 'map', 'boolean'],
  negation: true,
  phrase: 'null',
  isFlag: true,
  takesNothing: true,
  expects: () => 'boolean',
  test: (actual) => (actual ?? null) === null,
});
