import type { Json } from '../model/json.ts';
import { compareDates } from './date.ts';
import { defineOperator } from './define-operator.ts';

/** `beforeOrEqual`: of dates; the right side may be relative to now (`now-5m`). */
export const beforeOrEqual = defineOperator<Json>({
  about: 'it is before, or the same moment',
  types: ['date'],
  negation: 'after',
  phrase: 'before or equal',
  expects: () => 'date',
  options: ['format'],
  test: (actual, expected, context) => compareDates(actual, expected, context) <= 0,
});
