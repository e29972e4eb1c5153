import type { Json } from '../model/json.ts';
import { definePlainFormat } from './codec/codec.ts';
import { showKind } from './codec/show.ts';
import { decodeUtf8, encodeUtf8 } from './codec/text.ts';
import { Unfit } from './codec/unfit.ts';

/** `string`: UTF-8 text, as Kafka's StringSerializer writes it. */
export const string = definePlainFormat({
  about: 'UTF-8 text; numbers and booleans are written as their text',
  encode: (value) => encodeUtf8(textOf(value)),
  decode: decodeUtf8,
});

/** The text of a scalar, every digit of an integer kept. @throws Unfit for lists and maps */
function textOf(value: Json): string {
  if (typeof value !== 'object') return String(value);
  throw new Unfit(`expected text, got ${showKind(value)}`, 'write "json" for maps and lists');
}
