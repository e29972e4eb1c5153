import type { Json } from '../model/json.ts';
import { compareDates } from './date.ts';
import { defineOperator } from './define-operator.ts';

/** `before`: of dates; the right side may be relative to now (`now-5m`). */
export const before = defineOperator<Json>({
  about: 'it is before the other moment',
  types: ['date'],
  negation: 'afterOrEqual',
  phrase: 'before',
  expects: () => 'date',
  options: ['format'],
  test: (actual, expected, context) => compareDates(actual, expected, context) < 0,
});
