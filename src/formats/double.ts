import { definePlainFormat } from './codec/codec.ts';
import { realNumber, showReal, viewFixed } from './codec/fixed-width.ts';

const SIZE_BYTES = 8;

/** `double`: 8 bytes, as Kafka's DoubleSerializer writes them. */
export const double = definePlainFormat({
  about: 'a 64-bit floating point number, big-endian',
  encode(value) {
    const bytes = Buffer.alloc(SIZE_BYTES);
    bytes.writeDoubleBE(realNumber(value));
    return bytes;
  },
  decode: (bytes) => showReal(viewFixed(bytes, SIZE_BYTES).getFloat64(0)),
});
