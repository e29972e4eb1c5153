import type { Json } from '../model/json.ts';
import { defineOperator } from './define-operator.ts';
import { findDifferences } from './difference.ts';
import { isSameValue } from './same-value.ts';

/** `sameElements`: the same elements, as often, in any order. */
export const sameElements = defineOperator<readonly Json[], readonly Json[]>({
  about: 'it has the same elements, as often, in any order',
  types: ['list'],
  negation: true,
  phrase: 'the same elements as',
  expects: () => 'list',
  options: ['ignoreCase', 'trim', 'tolerance'],
  test: (actual, expected, how) => isSameValue(actual, expected, { ...how, unordered: true }),
  differences: (actual, expected, how) => findDifferences(actual, expected, { ...how, unordered: true }),
});
