import { definePlainFormat } from './codec/codec.ts';
import { showKind } from './codec/show.ts';
import { parseBase64, renderBase64 } from './codec/text.ts';
import { Unfit } from './codec/unfit.ts';

/** `bytes`: any bytes, written in a scenario as base64. */
export const bytes = definePlainFormat({
  about: 'any bytes, as base64 text',
  encode(value) {
    const parsed = typeof value === 'string' ? parseBase64(value) : undefined;
    if (parsed) return parsed;
    throw new Unfit(`expected base64 text, got ${showKind(value)}`, 'write "string" for plain text');
  },
  decode: renderBase64,
});
