import type { Json } from '../model/json.ts';
import { defineOperator } from './define-operator.ts';

/** `exists`: the path leads to something, be it null; or, with a condition, the list has an element that meets it. */
export const exists = defineOperator<Json | undefined>({
  about: 'the path leads to something, be it null; with a condition: an element of the list meets it',
  types: ['any', 'list'],
  negation: true,
  phrase: 'to exist',
  isFlag: true,
  takesNothing: true,
  expects: (type) => (type === 'any' ? 'boolean' : 'any'),
  beforehand: 'condition',
  test: (actual, _expected, { known }) => (known ? known.includes(true) : actual !== undefined),
});
