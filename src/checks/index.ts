import type { Json } from '../model/json.ts';
export const operatorNames = ['equals', 'greaterThan'] as const;
export const checkTypes = ['string', 'number', 'any'] as const;
export interface OperatorCheck {
  readonly operator: string;
  readonly not?: boolean | undefined;
  readonly expected?: unknown;
}
export interface OperatorOutcome {
  readonly passed: boolean;
  readonly message?: string;
  readonly difference?: readonly { path: string; expected?: Json; actual?: Json }[] | undefined;
}
export function applyOperator(c: OperatorCheck, actual: Json | undefined): OperatorOutcome {
  const passed = JSON.stringify(actual) === JSON.stringify(c.expected);
  return passed
    ? { passed }
    : { passed, message: `expected ${JSON.stringify(c.expected)}, got ${JSON.stringify(actual)}` };
}
