import { isJsonObject, type Json } from './json.ts';

/** One step down: a key, an index (negative from the end), or every entry (`[]`). */
export type Step = string | number | typeof EVERY;
export const EVERY: unique symbol = Symbol('every entry');

/** A place in a record: which half of it, and the way from there. */
export interface RecordPath {
  readonly part: 'key' | 'value' | 'header';
  readonly steps: readonly Step[];
}

const START = /^\.record\.(key|value|header)(?![A-Za-z0-9_])/;
const STEP = /\.?\[(?:(-?\d+)|"([^"\\]*)")?\]\??|\.(?:([A-Za-z_]\w*)|"([^"\\]*)")\??/y;

/** Reads `.record.value.card`, `.record.value.items[].card`, `.record.header["x-card"]`; undefined when it is another jq. */
export function parseRecordPath(text: string): RecordPath | undefined {
  const [start, part] = START.exec(text) ?? [];
  if (start === undefined) return undefined;
  const steps: Step[] = [];
  for (let at = start.length; at < text.length; at = STEP.lastIndex) {
    STEP.lastIndex = at;
    const found = STEP.exec(text);
    if (!found) return undefined;
    const [, index, bracketed, name, quoted] = found;
    steps.push(index === undefined ? (bracketed ?? name ?? quoted ?? EVERY) : Number(index));
  }
  return { part: part as RecordPath['part'], steps }; // START lets no other through
}

/** The value with what stands at the path replaced; null and what is not there are left as they are. */
export function replaceAt(value: Json, steps: readonly Step[], replace: (found: Json) => Json): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return value === null ? null : replace(value);
  const isAt = (...names: readonly Step[]): boolean => step === EVERY || names.includes(step);
  if (isJsonObject(value))
    return mapValues(value, (key, entry) => (isAt(key) ? replaceAt(entry, rest, replace) : entry));
  if (!Array.isArray(value)) return value;
  return value.map((entry: Json, index) =>
    isAt(index, index - value.length) ? replaceAt(entry, rest, replace) : entry,
  );
}

function mapValues(
  value: { readonly [key: string]: Json },
  change: (key: string, entry: Json) => Json,
): Json {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, change(key, entry)]));
}
