import { defineOperator } from './define-operator.ts';
import { plainText } from './same-value.ts';

/** `endsWith`: of texts. */
export const endsWith = defineOperator<string, string>({
  about: 'it ends with the other text',
  types: ['string'],
  negation: true,
  phrase: 'to end with',
  expects: () => 'string',
  options: ['ignoreCase', 'trim'],
  test: (actual, expected, how) => plainText(actual, how).endsWith(plainText(expected, how)),
});
