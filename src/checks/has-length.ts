import type { Json } from '../model/json.ts';
import { defineOperator } from './define-operator.ts';

/** `hasLength`: how many characters a text has, as Unicode counts them, or elements a list. */
export const hasLength = defineOperator<string | readonly Json[], number>({
  about: 'it has so many characters (as Unicode counts them), or elements',
  types: ['string', 'list'],
  negation: true,
  phrase: 'to have the length',
  expects: () => 'number',
  options: ['trim'],
  faultOf: (length) =>
    Number.isInteger(length) && Number(length) >= 0 ? undefined : 'a length is a whole number from 0 on',
  test: (actual, length, { trim }) =>
    (typeof actual === 'string' ? [...(trim ? actual.trim() : actual)] : actual).length === length,
});
