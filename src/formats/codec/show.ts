import { shorten } from '../../base/shorten.ts';
import { isJsonObject, type Json, renderJson } from '../../model/json.ts';

const LONGEST_SHOWN = 40;

/** A value in an error: its JSON, cut. */
export function showValue(value: Json): string {
  return shorten(renderJson(value), LONGEST_SHOWN);
}

/** What kind of value it is, with the value itself where it is a scalar. */
export function showKind(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  return isJsonObject(value) ? 'a map' : showValue(value);
}
