import type { Json } from '../../model/json.ts';
import { showKind } from '../codec/show.ts';
import { Unfit } from '../codec/unfit.ts';

interface Shape {
  readonly precision: number;
  readonly scale: number;
}

/** Decimal digits that every double gives back as they were. */
const DIGITS_OF_DOUBLE = 15;

/** A decimal as JSON shows it: a number while that is the same decimal, else text with every digit. */
export function showDecimal(bytes: Uint8Array, { scale }: Shape): Json {
  const text = renderDecimal(parseTwosComplement(bytes), scale);
  return text.replace(/[-.]/g, '').replace(/^0+/, '').length <= DIGITS_OF_DOUBLE ? Number(text) : text;
}

/** The unscaled number of a decimal, big-endian in as few bytes as it takes. @throws Unfit for more digits than it has */
export function encodeDecimal(value: Json, { precision, scale }: Shape): Uint8Array {
  const unscaled = parseDecimal(value, scale);
  if (unscaled.toString().replace('-', '').length > precision)
    throw new Unfit(`${String(value)} has more than ${precision} digits`);
  return renderTwosComplement(unscaled);
}

/** The same, filled up to the size of a fixed. */
export function padTwosComplement(bytes: Uint8Array, sizeBytes: number): Uint8Array {
  if (bytes.length > sizeBytes)
    throw new Unfit(`the number takes ${bytes.length} bytes, where ${sizeBytes} are`);
  const padded = new Uint8Array(sizeBytes).fill(isNegative(bytes) ? 0xff : 0);
  padded.set(bytes, sizeBytes - bytes.length);
  return padded;
}

function renderDecimal(unscaled: bigint, scale: number): string {
  if (scale === 0) return unscaled.toString();
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

function parseDecimal(value: Json, scale: number): bigint {
  const isDecimal = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string';
  const [, sign, whole, fraction = '', exponent = '0'] = (isDecimal && DECIMAL.exec(String(value))) || [];
  if (whole === undefined) throw new Unfit(`expected a decimal number, got ${showKind(value)}`);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const shift = scale + Number(exponent) - fraction.length;
  if (shift >= 0) return digits * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  if (digits % divisor === 0n) return digits / divisor;
  throw new Unfit(`${String(value)} has more than ${scale} digits after the point`);
}

function parseTwosComplement(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
}

function renderTwosComplement(value: bigint): Uint8Array {
  let sizeBytes = 1;
  while (BigInt.asIntN(sizeBytes * 8, value) !== value) sizeBytes++;
  const hex = BigInt.asUintN(sizeBytes * 8, value).toString(16);
  return Buffer.from(hex.padStart(sizeBytes * 2, '0'), 'hex');
}

function isNegative(bytes: Uint8Array): boolean {
  return ((bytes[0] ?? 0) & 0x80) !== 0;
}
