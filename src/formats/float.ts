import { definePlainFormat } from './codec/codec.ts';
import { showSingle, singleNumber, viewFixed } from './codec/fixed-width.ts';

const SIZE_BYTES = 4;

/** `float`: 4 bytes, as Kafka's FloatSerializer writes them; read as the shortest decimal that means the same. */
export const float = definePlainFormat({
  about: 'a 32-bit floating point number, big-endian',
  encode(value) {
    const bytes = Buffer.alloc(SIZE_BYTES);
    bytes.writeFloatBE(singleNumber(value));
    return bytes;
  },
  decode: (bytes) => showSingle(viewFixed(bytes, SIZE_BYTES).getFloat32(0)),
});
