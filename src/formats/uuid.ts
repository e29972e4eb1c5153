import { definePlainFormat } from './codec/codec.ts';
import { showKind, showValue } from './codec/show.ts';
import { decodeUtf8, encodeUtf8 } from './codec/text.ts';
import { Unfit } from './codec/unfit.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** `uuid`: its 36 characters, as Kafka's UUIDSerializer writes them. */
export const uuid = definePlainFormat({
  about: 'a UUID as its 36 characters of text',
  encode(value) {
    if (typeof value === 'string' && UUID.test(value)) return encodeUtf8(value);
    throw new Unfit(
      `expected a UUID, got ${showKind(value)}`,
      'write it like "0e37df36-f698-11e6-8dd4-cb9ced3df976"',
    );
  },
  decode(bytes) {
    const text = decodeUtf8(bytes);
    if (!UUID.test(text)) throw new Unfit(`${showValue(text)} is not a UUID`);
    return text;
  },
});
