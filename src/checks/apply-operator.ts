import { shorten } from '../base/shorten.ts';
import { type Json, renderJson } from '../model/json.ts';
import { parseDate, parseExpectedDate } from './date.ts';
import type { CheckOptions, Operator } from './define-operator.ts';
import type { Difference } from './difference.ts';
import { type OperatorName, operators } from './index.ts';
import { type CheckType, isOfType, typeOf } from './value-type.ts';

/** A check with its two sides, but for the left one. */
export interface OperatorCheck extends CheckOptions {
  readonly operator: OperatorName;
  /** The type that both sides must have; default that of the expected value, or the operator's own. */
  readonly type?: CheckType | undefined;
  readonly not?: boolean | undefined;
  readonly expected?: Json | undefined;
}

/** How a check came out. */
export interface OperatorOutcome {
  readonly passed: boolean;
  /** One sentence with both sides; absent when passed. */
  readonly message?: string;
  /** Where two structured values differ; absent when passed. */
  readonly difference?: readonly Difference[] | undefined;
}

/** What a check reads besides its sides. */
export interface Circumstances {
  /** Epoch milliseconds, for dates that are relative to now. */
  readonly nowMs: number;
  /** What the operator wants to be found out `beforehand`: whether the text matches, or each element the condition. */
  readonly known?: readonly boolean[] | undefined;
}

/**
 * Applies an operator to a left side, `undefined` when there is nothing. Never throws: null, a missing value and a wrong
 * type have an outcome like any other.
 */
export function applyOperator(
  written: OperatorCheck,
  actual: Json | undefined,
  circumstances: Circumstances,
): OperatorOutcome {
  const check = normalize(written);
  const operator: Operator = operators[check.operator];
  if ((actual ?? null) === null && !operator.takesNothing)
    return check.not ? { passed: true } : failed(check, actual);
  const type = typeFor(operator, check, { actual, known: circumstances.known });
  if (!areSidesRight(check, actual, { type, nowMs: circumstances.nowMs }))
    return failed(check, actual, { areTypesWrong: true });
  const expected = check.expected ?? null;
  const fault = operator.faultOf?.(expected, check);
  if (fault !== undefined) return { passed: false, message: `${failed(check, actual).message}: ${fault}` };
  const holds = operator.test(actual, expected, { ...check, ...circumstances, type: type ?? 'any' });
  if (holds !== check.not) return { passed: true };
  const difference = check.not ? [] : differencesOf(operator, check, actual);
  return { ...failed(check, actual), ...(difference.length > 0 ? { difference } : {}) };
}

/** Are both sides of the types that the operator wants? */
function areSidesRight(
  { operator: name, expected = null, format }: NormalCheck,
  actual: Json | undefined,
  { type, nowMs }: { readonly type: CheckType | undefined; readonly nowMs: number },
): boolean {
  const operator: Operator = operators[name];
  const value = actual ?? null;
  if (value !== null && (type === undefined || !isOfType(value, type, format))) return false;
  const wanted = operator.expects(type ?? 'any');
  return wanted === 'date'
    ? parseExpectedDate(expected, nowMs, format) !== undefined
    : isOfType(expected, wanted);
}

function differencesOf(
  { differences }: Operator,
  check: NormalCheck,
  actual: Json | undefined,
): readonly Difference[] {
  const isStructured = typeof actual === 'object' && actual !== null;
  return isStructured ? (differences?.(actual, check.expected ?? null, check) ?? []) : [];
}

interface NormalCheck extends OperatorCheck {
  readonly not: boolean;
}

/** `expected: null` is `isNull`, and `isNull: false` is its negation. */
function normalize(check: OperatorCheck): NormalCheck {
  const not = check.not === true;
  if (check.operator === 'equals' && (check.expected ?? null) === null)
    return { ...check, not, operator: 'isNull', expected: true };
  if (!('isFlag' in operators[check.operator])) return { ...check, not };
  const isTurned = check.expected === false;
  return { ...check, not: isTurned ? !not : not, expected: isTurned ? true : (check.expected ?? true) };
}

/** The type that the left side must have; undefined when it has none of those that the operator is for. */
function typeFor(
  { types, typeFrom = 'actual' }: Operator,
  { type, format, expected }: OperatorCheck,
  { actual, known }: { readonly actual: Json | undefined; readonly known: readonly boolean[] | undefined },
): CheckType | undefined {
  if (type !== undefined) return type;
  if (format !== undefined && types.includes('date')) return 'date';
  if (types.length === 1) return types[0];
  if (known) return 'list';
  const decisive = (typeFrom === 'expected' ? expected : actual) ?? null;
  return types.find((one) => isOfType(decisive, one));
}

/** The outcome of a check that does not hold; for its types when `areTypesWrong`, which are then named. */
function failed(
  check: NormalCheck,
  actual: Json | undefined,
  { areTypesWrong = false }: { readonly areTypesWrong?: boolean } = {},
): OperatorOutcome {
  const { phrase, isFlag }: Operator = operators[check.operator];
  const { expected = null } = check;
  const isYes = isFlag && expected === true;
  const types = areTypesWrong ? typeNames(check, actual) : { left: '', right: '' };
  const wanted = isYes ? '' : `${showValue(expected)}${types.right}`;
  const words = [check.not ? 'not' : '', phrase, wanted].filter((word) => word !== '').join(' ');
  return { passed: false, message: `expected ${words}, got ${showValue(actual)}${types.left}` };
}

/** The types of both sides in parentheses; that of a date only where one is wanted and it is one. */
function typeNames(
  { operator, type, format, expected = null }: NormalCheck,
  actual: Json | undefined,
): { readonly left: string; readonly right: string } {
  const isDateWanted = type === 'date' || format !== undefined || operators[operator].types[0] === 'date';
  const isDate = (moment: bigint | undefined): boolean => isDateWanted && moment !== undefined;
  const left = actual ?? null;
  return {
    left: actual === undefined ? '' : ` (${isDate(parseDate(left, format)) ? 'date' : typeOf(left)})`,
    right: ` (${isDate(parseExpectedDate(expected, 0, format)) ? 'date' : typeOf(expected)})`,
  };
}

const LONGEST = 200;

/** A value as JSON, the end of a long one left out; `undefined` is what a missing path leads to. */
export function showValue(value: Json | undefined): string {
  if (value === undefined) return 'nothing: the path is missing';
  return shorten(renderJson(value), LONGEST);
}
