import { shorten } from '../base/shorten.ts';
import { isJsonObject, type Json } from '../model/json.ts';

const LONGEST = 40;

/** A value with its kind, for sentences: `text "abc"`, `the number 5`, `a list`, `nothing`. */
export function showKind(value: Json): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return `text ${showValue(value)}`;
  if (typeof value === 'number' || typeof value === 'bigint') return `the number ${value}`;
  return showValue(value);
}

/** A value for sentences: `"abc"`, `5`, `a list`, `nothing`; long text is cut. */
export function showValue(value: Json): string {
  if (value === null) return 'nothing';
  if (isJsonObject(value)) return 'a map';
  if (typeof value === 'object') return 'a list';
  if (typeof value !== 'string') return String(value);
  return `"${shorten(value, LONGEST)}"`;
}

const MOST_WORDS = 12;

/** `a, b or c`; of many the first twelve. */
export function listWords(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length > MOST_WORDS) return `${words.slice(0, MOST_WORDS).join(', ')}, …`;
  const [end = '', ...others] = words.toReversed();
  return others.length === 0 ? end : `${others.toReversed().join(', ')} ${last} ${end}`;
}
