import type { Json } from '../model/json.ts';
import { defineOperator } from './define-operator.ts';

/** `forAll`: every element of the list meets the condition; an empty list has none that does not. */
export const forAll = defineOperator<readonly Json[]>({
  about: 'every element meets the condition; an empty list has none that does not',
  types: ['list'],
  negation: true,
  phrase: 'that for all elements',
  expects: () => 'any',
  beforehand: 'condition',
  test: (_list, _condition, { known = [] }) => !known.includes(false),
});
