import type { Json } from '../model/json.ts';
import { compareDates } from './date.ts';
import { defineOperator } from './define-operator.ts';

/** `after`: of dates; the right side may be relative to now (`now-5m`). */
export const after = defineOperator<Json>({
  about: 'it is after the other moment',
  types: ['date'],
  negation: 'beforeOrEqual',
  phrase: 'after',
  expects: () => 'date',
  options: ['format'],
  test: (actual, expected, context) => compareDates(actual, expected, context) > 0,
});
