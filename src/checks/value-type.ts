import type { Json } from '../model/json.ts';
import { parseDate } from './date.ts';

/** The types of language.md §7; `date` is a reading of text or a number, `any` takes whatever is there. */
export const checkTypes = ['string', 'number', 'date', 'list', 'map', 'boolean', 'any'] as const;
export type CheckType = (typeof checkTypes)[number];

/** What a value is. */
export function typeOf(value: Json): 'null' | 'boolean' | 'number' | 'string' | 'list' | 'map' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'bigint') return 'number';
  return typeof value === 'object' ? 'map' : (typeof value as 'boolean' | 'number' | 'string'); // all that is left
}

/** May the value be read as this type? `format` is that of dates. */
export function isOfType(value: Json, type: CheckType, format?: string): boolean {
  if (type === 'any') return true;
  return type === 'date' ? parseDate(value, format) !== undefined : typeOf(value) === type;
}
