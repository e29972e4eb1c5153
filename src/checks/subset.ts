import type { Json } from '../model/json.ts';
import { defineOperator } from './define-operator.ts';
import { isSameValue } from './same-value.ts';

/** `subset`: every element of the left list is one of the right list; how often does not matter. */
export const subset = defineOperator<readonly Json[], readonly Json[]>({
  about: 'every element is one of the other list',
  types: ['list'],
  negation: true,
  phrase: 'a subset of',
  expects: () => 'list',
  options: ['ignoreCase', 'trim', 'tolerance'],
  test: (actual, expected, how) =>
    actual.every((one) => expected.some((allowed) => isSameValue(one, allowed, how))),
});
