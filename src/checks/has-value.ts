import type { JsonObject } from '../model/json.ts';
import { defineOperator } from './define-operator.ts';
import { isSameValue } from './same-value.ts';

/** `hasValue`: one of the map's keys has this value. */
export const hasValue = defineOperator<JsonObject>({
  about: 'one of its keys has the value',
  types: ['map'],
  negation: true,
  phrase: 'to have the value',
  expects: () => 'any',
  options: ['ignoreCase', 'trim', 'tolerance'],
  test: (actual, expected, how) => Object.values(actual).some((one) => isSameValue(one, expected, how)),
});
