import type { JsonObject } from '../model/json.ts';
import { defineOperator } from './define-operator.ts';
import { plainText } from './same-value.ts';

/** `hasKey`: the map has this key, be its value null. */
export const hasKey = defineOperator<JsonObject, string>({
  about: 'it has the key, be its value null',
  types: ['map'],
  negation: true,
  phrase: 'to have the key',
  expects: () => 'string',
  options: ['ignoreCase', 'trim'],
  test: (actual, key, how) => Object.keys(actual).some((one) => plainText(one, how) === plainText(key, how)),
});
