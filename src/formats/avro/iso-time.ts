import type { TimeUnit } from './schema.ts';

/** How many of a unit are in a second. */
const PER_SECOND: Readonly<Record<TimeUnit, bigint>> = {
  millis: 1000n,
  micros: 1_000_000n,
  nanos: 1_000_000_000n,
};
const SECONDS_A_DAY = 86_400n;
/** The most that ECMAScript's Date can hold, in seconds to both sides. */
const MOST_SECONDS = 8_640_000_000_000n;

/** Milliseconds that surely are a date. */
const MOST_FAST_MS = 8_000_000_000_000_000n;

/** `2022-05-08T12:29:59.698Z` of a count since the epoch, all digits of the unit; undefined beyond the year 275760. */
export function renderInstant(count: bigint, unit: TimeUnit): string | undefined {
  const perSecond = PER_SECOND[unit];
  if (unit === 'millis' && count < MOST_FAST_MS && count > -MOST_FAST_MS)
    return new Date(Number(count)).toISOString();
  const fraction = ((count % perSecond) + perSecond) % perSecond;
  const seconds = (count - fraction) / perSecond;
  if (seconds > MOST_SECONDS || seconds < -MOST_SECONDS) return undefined;
  const toSecond = new Date(Number(seconds) * 1000).toISOString().slice(0, -'.000Z'.length);
  return `${toSecond}.${renderFraction(fraction, perSecond)}Z`;
}

const INSTANT =
  /^([+-]?\d{4,6}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9})\d*)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** The count since the epoch of ISO 8601 text (no zone: UTC); digits finer than the unit are cut. Undefined for other text. */
export function parseInstant(text: string, unit: TimeUnit): bigint | undefined {
  const [, date, minutes = '00:00', seconds = '00', fraction = '', zone = 'Z'] = INSTANT.exec(text) ?? [];
  const ms = date === undefined ? Number.NaN : Date.parse(`${date}T${minutes}:${seconds}${zone}`);
  if (Number.isNaN(ms)) return undefined;
  return BigInt(ms / 1000) * PER_SECOND[unit] + parseFraction(fraction, PER_SECOND[unit]);
}

/** `12:29:59.698` of a count since midnight; undefined outside of a day. */
export function renderTimeOfDay(count: bigint, unit: TimeUnit): string | undefined {
  const isInDay = count >= 0n && count < SECONDS_A_DAY * PER_SECOND[unit];
  return isInDay ? renderInstant(count, unit)?.slice('1970-01-01T'.length, -'Z'.length) : undefined;
}

/** The count since midnight of `12:29` and finer; undefined for other text. */
export function parseTimeOfDay(text: string, unit: TimeUnit): bigint | undefined {
  return /^\d\d:/.test(text) && !/Z|[+-]/.test(text) ? parseInstant(`1970-01-01T${text}`, unit) : undefined;
}

/** `2022-05-08` of days since the epoch. */
export function renderDate(days: number): string | undefined {
  return renderInstant(BigInt(days) * SECONDS_A_DAY * PER_SECOND.millis, 'millis')?.replace(/T.*/, '');
}

/** Days since the epoch of `2022-05-08`; undefined for other text. */
export function parseDate(text: string): number | undefined {
  const ms = text.includes(':') ? undefined : parseInstant(text, 'millis');
  return ms === undefined ? undefined : Number(ms / PER_SECOND.millis / SECONDS_A_DAY);
}

function renderFraction(fraction: bigint, perSecond: bigint): string {
  return fraction.toString().padStart(perSecond.toString().length - 1, '0');
}

function parseFraction(digits: string, perSecond: bigint): bigint {
  const places = perSecond.toString().length - 1;
  return BigInt(digits.slice(0, places).padEnd(places, '0'));
}
