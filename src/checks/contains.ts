import { isJsonObject, type Json } from '../model/json.ts';
import { defineOperator } from './define-operator.ts';
import { findDifferences } from './difference.ts';
import { isSameValue, plainText } from './same-value.ts';

const IN_PART = { partial: true, unordered: true };

/**
 * `contains`: a text has the other in it; a list has an element that is the same; a map has all the entries of the
 * other, whose maps and lists may in turn have more, lists in any order.
 */
export const contains = defineOperator<Json>({
  about:
    'the text has the other in it; the list has such an element; the map has all entries of the other, whose maps and lists may have more',
  types: ['string', 'list', 'map'],
  negation: true,
  phrase: 'to contain',
  expects: (type) => (type === 'list' ? 'any' : type),
  options: ['ignoreCase', 'trim', 'tolerance'],
  test(actual, expected, how) {
    if (typeof actual === 'string') return plainText(actual, how).includes(plainText(String(expected), how));
    if (Array.isArray(actual)) return actual.some((one) => isSameValue(one, expected, how));
    return isSameValue(actual, expected, { ...how, ...IN_PART });
  },
  differences: (actual, expected, how) =>
    isJsonObject(actual) ? findDifferences(actual, expected, { ...how, ...IN_PART }) : [],
});
