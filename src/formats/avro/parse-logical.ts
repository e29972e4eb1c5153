import type { JsonObject } from '../../model/json.ts';
import type { LogicalType, TimeUnit } from './schema.ts';

/** The logical type of a schema on this underlying kind; undefined for none, an unknown or an invalid one, which Avro ignores. */
export function parseLogical(
  kind: string,
  schema: JsonObject,
  sizeBytes: number | undefined,
): LogicalType | undefined {
  const name = schema.logicalType;
  if (name === 'decimal') return parseDecimal(kind, schema, sizeBytes);
  if (name === 'uuid') return kind === 'string' || sizeBytes === 16 ? { name } : undefined;
  if (name === 'date') return kind === 'int' ? { name } : undefined;
  if (name === 'duration') return sizeBytes === 12 ? { name } : undefined;
  return typeof name === 'string' ? parseTime(kind, name) : undefined;
}

const TIME = /^(time|timestamp|local-timestamp)-(millis|micros|nanos)$/;

function parseTime(kind: string, text: string): LogicalType | undefined {
  const [, name, unit] = TIME.exec(text) ?? [];
  if (!name || !unit) return undefined;
  const underlying = text === 'time-millis' ? 'int' : 'long';
  const isDefined = kind === underlying && text !== 'time-nanos';
  return isDefined
    ? { name: name as 'time' | 'timestamp' | 'local-timestamp', unit: unit as TimeUnit } // what the pattern matches
    : undefined;
}

function parseDecimal(
  kind: string,
  { precision, scale = 0 }: JsonObject,
  sizeBytes: number | undefined,
): LogicalType | undefined {
  const isNumber = kind === 'bytes' || kind === 'fixed';
  if (!isNumber || !isWhole(precision) || !isWhole(scale)) return undefined;
  const most =
    sizeBytes === undefined ? Number.POSITIVE_INFINITY : Math.floor(Math.log10(2) * (8 * sizeBytes - 1));
  const isValid = precision > 0 && precision <= most && scale >= 0 && scale <= precision;
  return isValid ? { name: 'decimal', precision, scale } : undefined;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}
