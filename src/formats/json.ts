import { type Json, parseJson, renderJson } from '../model/json.ts';
import { definePlainFormat } from './codec/codec.ts';
import { notJson } from './codec/not-json.ts';
import { decodeUtf8, encodeUtf8 } from './codec/text.ts';
import { Unfit } from './codec/unfit.ts';

/** `json`: JSON text, integers of any size exact. */
export const json = definePlainFormat({
  about: 'JSON text; integers keep every digit',
  encode: (value) => encodeUtf8(renderJson(value)),
  decode: decodeJson,
});

/** @throws Unfit when the bytes are not the text of one JSON value */
export function decodeJson(bytes: Uint8Array): Json {
  if (bytes.length === 0) throw new Unfit('no bytes, where JSON needs at least one');
  const text = decodeUtf8(bytes);
  try {
    return parseJson(text);
  } catch (cause) {
    throw notJson('not JSON', text, cause);
  }
}
