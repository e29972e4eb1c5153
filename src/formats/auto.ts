import { type Json, parseJson } from '../model/json.ts';
import { definePlainFormat } from './codec/codec.ts';
import { readUtf8, renderBase64 } from './codec/text.ts';
import { json } from './json.ts';
import { string } from './string.ts';

/** `auto`: what is used where no format is given. Writes maps and lists as JSON, other scalars as text. */
export const auto = definePlainFormat({
  about: 'written: maps and lists as json, scalars as string; read: a JSON object or array, text, else bytes',
  encode: (value) => (typeof value === 'object' ? json : string).encode(value),
  decode(bytes) {
    const text = readUtf8(bytes);
    return text === undefined || text.includes('\0') ? renderBase64(bytes) : (structureOf(text) ?? text);
  },
});

const OPENS_STRUCTURE = /^\s*[[{]/;

/** The JSON object or array that a text is. A number or `true` stays text: nothing says that it was meant as JSON. */
function structureOf(text: string): Json | undefined {
  if (!OPENS_STRUCTURE.test(text)) return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
