/**
 * A JSON value inside flowproof. Integers beyond 2^53 are `bigint`, so that every digit survives (language.md, first
 * section); all other numbers are `number`. Objects keep their keys' order.
 */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Is this an object, rather than null, a list or a scalar? */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON text; integers that a double cannot hold come out as `bigint`. @throws SyntaxError as `JSON.parse` does */
export function parseJson(text: string): Json {
  return LONG_DIGITS.test(text)
    ? JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown)
    : JSON.parse(text);
}

/** JSON text of a value, `bigint` as its digits; `indent` spaces a level, default none. */
export function renderJson(value: Json, indent?: number): string {
  return JSON.stringify(value, writeDigits, indent);
}

/** An int64 as JSON shows it: a number while a double can hold it, else the bigint itself. */
export function exactNumber(value: bigint): number | bigint {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

const LONG_DIGITS = /\d{16}/;
const INTEGER = /^-?\d+$/;

/** The two parts of "JSON.parse source text access" (ECMA-262, stage 4) that TypeScript's library does not know yet. */
const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown };

function keepDigits(_key: string, value: unknown, context: { source?: string }): unknown {
  const isLong =
    typeof value === 'number' && !Number.isSafeInteger(value) && INTEGER.test(context.source ?? '');
  return isLong ? BigInt(context.source ?? '') : value;
}

function writeDigits(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? rawJSON(value.toString()) : value;
}
