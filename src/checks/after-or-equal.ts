import type { Json } from '../model/json.ts';
import { compareDates } from './date.ts';
import { defineOperator } from './define-operator.ts';

/** `afterOrEqual`: of dates; the right side may be relative to now (`now-5m`). */
export const afterOrEqual = defineOperator<Json>({
  about: 'it is after, or the same moment',
  types: ['date'],
  negation: 'before',
  phrase: 'after or equal',
  expects: () => 'date',
  options: ['format'],
  test: (actual, expected, context) => compareDates(actual, expected, context) >= 0,
});
