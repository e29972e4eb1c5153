import type { Json } from '../model/json.ts';
import { parseDate, parseExpectedDate } from './date.ts';
import { defineOperator } from './define-operator.ts';
import { findDifferences } from './difference.ts';
import { isSameValue } from './same-value.ts';

/** `equals`: the same value, structured ones in full. Dates are equal when they are the same moment. */
export const equals = defineOperator<Json>({
  about:
    "both are the same, structured ones in full; dates when they are the same moment; the order of a map's keys does not matter",
  types: ['string', 'number', 'list', 'map', 'boolean', 'date', 'any'],
  typeFrom: 'expected',
  negation: true,
  phrase: '',
  expects: (type) => type,
  options: ['ignoreCase', 'trim', 'tolerance', 'format'],
  test: (actual, expected, context) =>
    context.type === 'date'
      ? parseDate(actual, context.format) === parseExpectedDate(expected, context.nowMs, context.format)
      : isSameValue(actual, expected, context),
  differences: findDifferences,
});
