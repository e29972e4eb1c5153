import { parseDuration } from '../base/duration.ts';
import type { Json } from '../model/json.ts';
import { compileDateFormat, type DateParts, type DateReader } from './date-format.ts';

/** Nanoseconds since 1970, so that no digit of a timestamp is lost. */
export type Moment = bigint;

const NS_PER_MS = 1_000_000n;
const MS_PER_MINUTE = 60_000;
const ISO = "yyyy-MM-dd[['T'][ ]HH:mm[:ss[.S]][X]]";
/** Formats with a name, and the unit of the number that they are in milliseconds. */
const EPOCH_FORMATS: Readonly<Record<string, number>> = { epochSeconds: 1000, epochMillis: 1 };
const NOW = /^now(?:\s*([-+])\s*(\S+))?$/;

/** Is this the format of dates? `iso`, `epochMillis`, `epochSeconds`, or a pattern such as `dd.MM.yyyy HH:mm`. */
export function isDateFormat(format: string): boolean {
  return format === 'iso' || format in EPOCH_FORMATS || readerOf(format) !== undefined;
}

/**
 * Reads a date: in its format, else ISO 8601 text or epoch milliseconds. Text that names no zone is UTC. undefined when
 * it is none.
 */
export function parseDate(value: Json, format = 'iso'): Moment | undefined {
  const unitMs = EPOCH_FORMATS[format];
  if (typeof value === 'bigint') return value * BigInt(unitMs ?? 1) * NS_PER_MS;
  if (typeof value === 'number') return epochMoment(value * (unitMs ?? 1));
  if (typeof value !== 'string') return undefined;
  if (unitMs !== undefined)
    return /^-?\d+(\.\d+)?$/.test(value) ? epochMoment(Number(value) * unitMs) : undefined;
  const parts = readerOf(format === 'iso' ? ISO : format)?.(value);
  return parts && momentOf(parts);
}

/** The right side of a date operator: also `now`, `now-5m`, `now + 1h`, or text in the format of the left side. */
export function parseExpectedDate(value: Json, nowMs: number, format?: string): Moment | undefined {
  const [isNow, sign, amount] = (typeof value === 'string' && NOW.exec(value)) || [];
  if (isNow === undefined)
    return (format === undefined ? undefined : parseDate(value, format)) ?? parseDate(value);
  const ms = amount === undefined ? 0 : parseDuration(amount);
  return ms === undefined ? undefined : epochMoment(nowMs + (sign === '-' ? -ms : ms));
}

function epochMoment(ms: number): Moment | undefined {
  const microseconds = Math.round(ms * 1000); // a double of today's epoch has no more digits
  return Number.isFinite(microseconds) ? BigInt(microseconds) * 1000n : undefined;
}

const readers = new Map<string, DateReader | undefined>();

function readerOf(format: string): DateReader | undefined {
  if (!readers.has(format)) readers.set(format, compileDateFormat(format));
  return readers.get(format);
}

/** undefined for a day that no calendar has (30 February). */
function momentOf(parts: DateParts): Moment | undefined {
  const { year, month, day, hour, minute, second, nanosecond, offsetMinutes } = parts;
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second));
  date.setUTCFullYear(year, month - 1, day);
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? BigInt(date.getTime() - offsetMinutes * MS_PER_MINUTE) * NS_PER_MS + nanosecond : undefined;
}

/** Below zero when the left one is before the right one. Both are dates. */
export function compareDates(
  actual: Json,
  expected: Json,
  { nowMs, format }: { readonly nowMs: number; readonly format?: string | undefined },
): number {
  const [left = 0n, right = 0n] = [parseDate(actual, format), parseExpectedDate(expected, nowMs, format)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
