import { exactNumber, type Json } from '../../model/json.ts';
import { definePlainFormat, type PlainFormat } from './codec.ts';
import { showKind } from './show.ts';
import { Unfit } from './unfit.ts';

/** The view of exactly `sizeBytes` bytes. @throws Unfit for more or fewer */
export function viewFixed(bytes: Uint8Array, sizeBytes: number): DataView {
  if (bytes.length === sizeBytes) return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = bytes.length === 1 ? '1 byte' : `${bytes.length} bytes`;
  throw new Unfit(`${has}, where ${sizeBytes === 1 ? '1 is' : `${sizeBytes} are`} needed`);
}

/** The integer that a value is, any size. @throws Unfit */
export function wholeNumber(value: Json, bits: number): bigint {
  const isWhole = typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
  if (!isWhole) throw new Unfit(`expected a whole number, got ${showKind(value)}`, hintForDigits(value));
  const whole = BigInt(value);
  if (BigInt.asIntN(bits, whole) === whole) return whole;
  throw new Unfit(
    `${whole} does not fit in ${bits} bits, ${-(2n ** BigInt(bits - 1))} to ${2n ** BigInt(bits - 1) - 1n}`,
  );
}

/** The text that a number in quotes should have been, for `wholeNumber` and `realNumber`. */
function hintForDigits(value: Json): string | undefined {
  const isQuoted = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  return isQuoted ? 'write it without quotes, or use "tonumber" in the expression' : undefined;
}

/** A big-endian integer of 2, 4 or 8 bytes. */
export function integerFormat(sizeBytes: 2 | 4 | 8, about: string): PlainFormat {
  const bits = sizeBytes * 8;
  return definePlainFormat({
    about,
    encode(value) {
      const hex = BigInt.asUintN(bits, wholeNumber(value, bits)).toString(16);
      return Buffer.from(hex.padStart(sizeBytes * 2, '0'), 'hex');
    },
    decode(bytes) {
      const view = viewFixed(bytes, sizeBytes);
      if (sizeBytes === 8) return exactNumber(view.getBigInt64(0));
      return sizeBytes === 4 ? view.getInt32(0) : view.getInt16(0);
    },
  });
}

/** What JSON has no number for is text, as in the JSON of Protobuf. */
const NOT_FINITE: ReadonlyMap<Json, number> = new Map<Json, number>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

/** The double that a value is. @throws Unfit when it is none, or an integer that a double cannot hold */
export function realNumber(value: Json): number {
  const real = NOT_FINITE.get(value) ?? value;
  if (typeof real === 'number') return real;
  if (typeof real !== 'bigint')
    throw new Unfit(`expected a number, got ${showKind(value)}`, hintForDigits(value));
  const nearest = Number(real);
  if (Number.isFinite(nearest) && BigInt(nearest) === real) return nearest;
  throw new Unfit(`${real} has more digits than a floating point number holds`);
}

/** The nearest 32-bit floating point number. @throws Unfit as `realNumber`, and beyond the range of those */
export function singleNumber(value: Json): number {
  const real = realNumber(value);
  const single = Math.fround(real);
  if (Number.isFinite(real) && !Number.isFinite(single)) throw new Unfit(`${real} does not fit in 32 bits`);
  return single;
}

/** A floating point number as JSON shows it. */
export function showReal(real: number): Json {
  return Number.isFinite(real) ? real : String(real);
}

const MOST_DIGITS_OF_SINGLE = 9;

/** A 32-bit floating point number as the shortest decimal that means it: 0.1, not 0.10000000149011612. */
export function showSingle(single: number): Json {
  if (!Number.isFinite(single)) return String(single);
  for (let digits = 1; digits < MOST_DIGITS_OF_SINGLE; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return Number(single.toPrecision(MOST_DIGITS_OF_SINGLE));
}
