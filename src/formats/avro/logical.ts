import { isJsonObject, type Json } from '../../model/json.ts';
import { showKind, showValue } from '../codec/show.ts';
import { renderBase64 } from '../codec/text.ts';
import { Unfit } from '../codec/unfit.ts';
import { encodeDecimal, padTwosComplement, showDecimal } from './decimal.ts';
import {
  parseDate,
  parseInstant,
  parseTimeOfDay,
  renderDate,
  renderInstant,
  renderTimeOfDay,
} from './iso-time.ts';
import type { LogicalType } from './schema.ts';

/** What the binary encoding holds before its meaning. */
export type Raw = number | bigint | Uint8Array;

/**
 * A value with a logical type as JSON shows it: ISO 8601 text for times (the number itself where there is no such text),
 * a number for decimals that a double holds exactly and text for others, `{ months, days, milliseconds }` for durations.
 */
export function showLogical(raw: Raw, logical: LogicalType): Json {
  if (typeof raw === 'object') return showBytes(raw, logical);
  switch (logical.name) {
    case 'date':
      return renderDate(Number(raw)) ?? raw;
    case 'time':
      return renderTimeOfDay(BigInt(raw), logical.unit) ?? raw;
    case 'timestamp':
      return renderInstant(BigInt(raw), logical.unit) ?? raw;
    case 'local-timestamp':
      return renderInstant(BigInt(raw), logical.unit)?.replace('Z', '') ?? raw;
    default:
      return raw;
  }
}

/** The count that ISO text means; undefined for any other value, which is written as it is. @throws Unfit for other text */
export function countOfLogical(value: Json, logical: LogicalType): bigint | undefined {
  if (typeof value !== 'string') return undefined;
  const count = parseLogicalText(value, logical);
  if (count !== undefined) return count;
  throw new Unfit(
    `expected ${logical.name === 'uuid' ? 'a number' : EXAMPLES[logical.name]}, got ${showValue(value)}`,
  );
}

/** The bytes that a value means. @throws Unfit */
export function bytesOfLogical(value: Json, logical: LogicalType, sizeBytes: number | undefined): Uint8Array {
  if (logical.name === 'decimal') {
    const bytes = encodeDecimal(value, logical);
    return sizeBytes === undefined ? bytes : padTwosComplement(bytes, sizeBytes);
  }
  if (logical.name === 'duration') return encodeDuration(value);
  if (typeof value === 'string' && UUID.test(value)) return Buffer.from(value.replaceAll('-', ''), 'hex');
  throw new Unfit(`expected a UUID, got ${showKind(value)}`);
}

const EXAMPLES: Readonly<Record<string, string>> = {
  date: 'a date like "2022-05-08"',
  time: 'a time of day like "12:29:59.698"',
  timestamp: 'a time like "2022-05-08T12:29:59.698Z"',
  'local-timestamp': 'a time like "2022-05-08T12:29:59.698"',
};

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function parseLogicalText(text: string, logical: LogicalType): bigint | undefined {
  switch (logical.name) {
    case 'date': {
      const days = parseDate(text);
      return days === undefined ? undefined : BigInt(days);
    }
    case 'time':
      return parseTimeOfDay(text, logical.unit);
    case 'timestamp':
    case 'local-timestamp':
      return parseInstant(text, logical.unit);
    default:
      return undefined;
  }
}

function showBytes(bytes: Uint8Array, logical: LogicalType): Json {
  if (logical.name === 'decimal') return showDecimal(bytes, logical);
  if (logical.name === 'duration') return showDuration(bytes);
  if (logical.name !== 'uuid') return renderBase64(bytes);
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const DURATION_PARTS = ['months', 'days', 'milliseconds'] as const;

/** Three unsigned 32-bit integers, little-endian. */
function showDuration(bytes: Uint8Array): Json {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Object.fromEntries(DURATION_PARTS.map((part, index) => [part, view.getUint32(4 * index, true)]));
}

function encodeDuration(value: Json): Uint8Array {
  const bytes = Buffer.alloc(4 * DURATION_PARTS.length);
  if (!isJsonObject(value))
    throw new Unfit(`expected { months, days, milliseconds }, got ${showKind(value)}`);
  for (const [index, part] of DURATION_PARTS.entries()) {
    const amount = value[part] ?? 0;
    const fits = typeof amount === 'number' && amount === amount >>> 0;
    if (!fits)
      throw new Unfit(`${part}: expected a whole number from 0 to 4294967295, got ${showKind(amount)}`);
    bytes.writeUInt32LE(amount, 4 * index);
  }
  return bytes;
}
