import { decode, ExtData, encode } from '@msgpack/msgpack';
import { describeError } from '../base/errors.ts';
import { exactNumber, isJsonObject, type Json } from '../model/json.ts';
import { definePlainFormat } from './codec/codec.ts';
import { showReal } from './codec/fixed-width.ts';
import { renderBase64 } from './codec/text.ts';
import { Unfit } from './codec/unfit.ts';

/** `msgpack`: MessagePack. Binary values are shown as base64, times as ISO 8601, other extensions as `{ type, data }`. */
export const msgpack = definePlainFormat({
  about: 'MessagePack; integers keep every digit, binary values are base64',
  encode: (value) => encode(withWideIntegers(value), { useBigInt64: true }),
  decode(bytes) {
    try {
      return toJson(decode(bytes, { useBigInt64: true }));
    } catch (cause) {
      throw cause instanceof Unfit ? cause : new Unfit(`not MessagePack: ${describeError(cause)}`);
    }
  },
});

/** What the library would write as floating point numbers: integers beyond 32 bits. */
function withWideIntegers(value: Json): unknown {
  if (Array.isArray(value)) return value.map(withWideIntegers);
  if (isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withWideIntegers(one)]));
  const isInteger = typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value));
  if (!isInteger || (value >= -(2 ** 31) && value < 2 ** 32)) return value;
  if (value >= -(2n ** 63n) && value < 2n ** 64n) return BigInt(value);
  throw new Unfit(`${value} does not fit in 64 bits`);
}

function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return exactNumber(value);
  if (typeof value === 'number') return showReal(value);
  if (value instanceof Uint8Array) return renderBase64(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof ExtData) return { type: value.type, data: renderBase64(value.data as Uint8Array) }; // made by the decoder: bytes
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, toJson(one)])); // only maps are left
}
