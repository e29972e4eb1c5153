import { definePlainFormat } from './codec/codec.ts';
import { viewFixed } from './codec/fixed-width.ts';
import { showKind } from './codec/show.ts';
import { Unfit } from './codec/unfit.ts';

/** `boolean`: one byte, 0 or 1, as Kafka's BooleanSerializer writes it. */
export const boolean = definePlainFormat({
  about: 'one byte, 0 or 1',
  encode(value) {
    if (typeof value !== 'boolean') throw new Unfit(`expected true or false, got ${showKind(value)}`);
    return Uint8Array.of(value ? 1 : 0);
  },
  decode(bytes) {
    const byte = viewFixed(bytes, 1).getUint8(0);
    if (byte > 1) throw new Unfit(`the byte is ${byte}, where a boolean is 0 or 1`);
    return byte === 1;
  },
});
