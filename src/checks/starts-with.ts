import { defineOperator } from './define-operator.ts';
import { plainText } from './same-value.ts';

/** `startsWith`: of texts. */
export const startsWith = defineOperator<string, string>({
  about: 'it starts with the other text',
  types: ['string'],
  negation: true,
  phrase: 'to start with',
  expects: () => 'string',
  options: ['ignoreCase', 'trim'],
  test: (actual, expected, how) => plainText(actual, how).startsWith(plainText(expected, how)),
});
