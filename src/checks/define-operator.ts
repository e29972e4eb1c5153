import type { Json } from '../model/json.ts';
import type { Difference } from './difference.ts';
import type { CheckType } from './value-type.ts';

/** What may stand beside an operator. */
export const optionNames = ['ignoreCase', 'trim', 'tolerance', 'format'] as const;
export interface CheckOptions {
  readonly ignoreCase?: boolean | undefined;
  readonly trim?: boolean | undefined;
  /** For numbers: how far apart they may be. */
  readonly tolerance?: number | undefined;
  /** For dates: how the left side is written. */
  readonly format?: string | undefined;
}

/** What an operator may use besides its two sides. */
export interface TestContext extends CheckOptions {
  readonly type: CheckType;
  /** Wall time, for dates that are relative to it. */
  readonly nowMs: number;
  /** What was found out `beforehand`. */
  readonly known?: readonly boolean[] | undefined;
}

/** One check operator of language.md §7. Its tests never see null, a missing value or a wrong type. */
export interface Operator {
  /** For editor help and the reference: "it holds when …". */
  readonly about: string;
  /** The types that the left side may have; the first that fits is meant when a check names none. */
  readonly types: readonly CheckType[];
  /** May it stand with `not: true`? Else the operator that is its opposite, for the hint. */
  readonly negation: true | string;
  /** In `expected [not] … , got …`. Empty for equality. */
  readonly phrase: string;
  /** What the right side must be for a left side of this type. */
  readonly expects: (type: CheckType) => CheckType;
  /** Why the right side is not right, beyond its type. `undefined` when it is. */
  readonly faultOf?: ((expected: Json, options: CheckOptions) => string | undefined) | undefined;
  readonly options: readonly (typeof optionNames)[number][];
  /** Whose type decides when a check names none; default the left side's. */
  readonly typeFrom?: 'expected' | 'actual';
  /** Does it compare with nothing? Its right side is true, which may be left out, or false for the negation. */
  readonly isFlag?: boolean;
  /** Does a left side that is null or missing come to the test too? */
  readonly takesNothing?: boolean;
  /** What is found out before, because it takes jq or a thread: a condition on each element, or a search in the text. */
  readonly beforehand?: 'condition' | 'search';
  test(actual: Json | undefined, expected: Json, context: TestContext): boolean;
  /** Where two structured values differ. */
  readonly differences?:
    | ((actual: Json, expected: Json, options: CheckOptions) => readonly Difference[])
    | undefined;
}

/** Gives the test of an operator the types of its sides, which the caller has checked. */
export function defineOperator<Actual extends Json | undefined = Json, Expected extends Json = Json>(
  operator: Omit<Operator, 'test' | 'differences' | 'options'> & {
    readonly options?: Operator['options'];
    readonly test: (actual: Actual, expected: Expected, context: TestContext) => boolean;
    readonly differences?: (actual: Json, expected: Json, options: CheckOptions) => readonly Difference[];
  },
): Operator {
  return { options: [], ...operator } as unknown as Operator; // the one place where an operator and its types part
}
