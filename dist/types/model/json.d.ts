/**
 * A JSON value inside flowproof. Integers beyond 2^53 are `bigint`, so that every digit survives (language.md, first
 * section); all other numbers are `number`. Objects keep their keys' order.
 */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;
export interface JsonObject {
    readonly [key: string]: Json;
}
/** Is this an object, rather than null, a list or a scalar? */
export declare function isJsonObject(value: unknown): value is JsonObject;
/** Parses JSON text; integers that a double cannot hold come out as `bigint`. @throws SyntaxError as `JSON.parse` does */
export declare function parseJson(text: string): Json;
/** JSON text of a value, `bigint` as its digits; `indent` spaces a level, default none. */
export declare function renderJson(value: Json, indent?: number): string;
/** An int64 as JSON shows it: a number while a double can hold it, else the bigint itself. */
export declare function exactNumber(value: bigint): number | bigint;
