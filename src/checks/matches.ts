import { describeError } from '../base/errors.ts';
import { defineOperator } from './define-operator.ts';

/** `matches`: a regular expression of JavaScript, with the `u` flag, occurs in the text. */
export const matches = defineOperator<string, string>({
  about: 'the regular expression of JavaScript, with the `u` flag, occurs in it',
  types: ['string'],
  negation: true,
  phrase: 'to match',
  expects: () => 'string',
  options: ['ignoreCase', 'trim'],
  beforehand: 'search',
  faultOf(pattern, options) {
    try {
      new RegExp(String(pattern), patternFlags(options));
      return undefined;
    } catch (cause) {
      return describeError(cause);
    }
  },
  test: (_text, _pattern, { known = [] }) => known[0] === true,
});

/** `ignoreCase` is the `i` flag. */
export function patternFlags({ ignoreCase }: { readonly ignoreCase?: boolean | undefined }): string {
  return ignoreCase ? 'iu' : 'u';
}
