import { isJsonObject, type Json } from '../model/json.ts';
import { type Matching, matchAnyOrder, matchInOrder } from './match-elements.ts';

/** How alike two values must be. All that is said of texts and numbers holds at every depth. */
export interface Likeness {
  readonly ignoreCase?: boolean | undefined;
  /** White space around texts is nothing. */
  readonly trim?: boolean | undefined;
  /** How far apart numbers may be. */
  readonly tolerance?: number | undefined;
  /** May lists have another order? */
  readonly unordered?: boolean | undefined;
  /** May maps have more keys than are expected, and lists more elements? */
  readonly partial?: boolean | undefined;
}

/** Are they the same? Numbers by value, whether they are written 1 or 1.0; maps whatever the order of their keys. */
export function isSameValue(actual: Json, expected: Json, how: Likeness = {}): boolean {
  if (typeof actual === 'string' && typeof expected === 'string')
    return plainText(actual, how) === plainText(expected, how);
  if (isNumber(actual) && isNumber(expected)) return isNear(actual, expected, how.tolerance ?? 0);
  if (Array.isArray(actual) && Array.isArray(expected)) return isSameList(actual, expected, how);
  if (isJsonObject(actual) && isJsonObject(expected)) return isSameMap(actual, expected, how);
  return actual === expected;
}

export function isNumber(value: Json): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** A text as `ignoreCase` and `trim` leave it. */
export function plainText(text: string, { ignoreCase, trim }: Likeness): string {
  const trimmed = trim ? text.trim() : text;
  return ignoreCase ? trimmed.toLowerCase() : trimmed;
}

/** Are they at most so far apart? The last digit of a double is no difference: 1.1 is 0.1 from 1. */
export function isNear(a: number | bigint, b: number | bigint, tolerance: number): boolean {
  if (!(a < b) && !(a > b)) return true;
  if (tolerance === 0) return false;
  if (typeof a === 'bigint' && typeof b === 'bigint') return Number(a > b ? a - b : b - a) <= tolerance;
  const [x, y] = [Number(a), Number(b)];
  return Math.abs(x - y) <= tolerance + Number.EPSILON * Math.max(Math.abs(x), Math.abs(y));
}

function isSameList(actual: readonly Json[], expected: readonly Json[], how: Likeness): boolean {
  if (how.partial ? actual.length < expected.length : actual.length !== expected.length) return false;
  if (how.unordered || how.partial)
    return matchElements(actual, expected, how).every((index) => index !== undefined);
  return actual.every((one, index) => isSameValue(one, expected[index] ?? null, how));
}

function isSameMap(
  actual: Readonly<Record<string, Json>>,
  expected: Readonly<Record<string, Json>>,
  how: Likeness,
): boolean {
  const keys = Object.keys(expected);
  if (!how.partial && keys.length !== Object.keys(actual).length) return false;
  return keys.every(
    (key) => Object.hasOwn(actual, key) && isSameValue(actual[key] ?? null, expected[key] ?? null, how),
  );
}

/** Which actual element each expected one is paired with. */
export function matchElements(actual: readonly Json[], expected: readonly Json[], how: Likeness): Matching {
  const match = how.unordered ? matchAnyOrder : matchInOrder;
  return match(actual, expected, (found, wanted) => isSameValue(found, wanted, how));
}
