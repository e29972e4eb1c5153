import { z } from 'zod';
import { exactNumber, isJsonObject } from '../model/json.ts';
import { defineFormat, type PlainFormat } from './codec/codec.ts';
import { viewFixed, wholeNumber } from './codec/fixed-width.ts';
import { showKind } from './codec/show.ts';
import { Unfit } from './codec/unfit.ts';
import { within } from './codec/within.ts';
import { type PlainFormatName, plainFormats } from './plain-formats.ts';

const START_BYTES = 8;

/** `windowed`: the keys that Kafka Streams gives windows: the key, then the start of its window as 8 bytes. */
export const windowed = defineFormat({
  about: 'the windowed keys of Kafka Streams, as { key, start }; start in epoch milliseconds',
  options: z
    .enum(Object.keys(plainFormats) as [PlainFormatName, ...PlainFormatName[]]) // zod wants a non-empty tuple
    .describe('the format of the key in it'),
  open(name) {
    const inner: PlainFormat = plainFormats[name];
    return {
      encode(value) {
        if (!isJsonObject(value)) throw new Unfit(`expected { key, start }, got ${showKind(value)}`);
        const { key = null, start = null } = value;
        if (key === null) throw new Unfit('a window has a key');
        const bytes = within('key', () => inner.encode(key));
        const framed = Buffer.alloc(bytes.length + START_BYTES);
        framed.set(bytes);
        framed.writeBigInt64BE(
          within('start', () => wholeNumber(start, 64)),
          bytes.length,
        );
        return { bytes: framed };
      },
      decode(bytes) {
        const split = bytes.length - START_BYTES;
        if (split < 0)
          throw new Unfit(`${bytes.length} bytes, where the start of the window alone takes ${START_BYTES}`);
        const start = viewFixed(bytes.subarray(split), START_BYTES).getBigInt64(0);
        return { value: { key: inner.decode(bytes.subarray(0, split)), start: exactNumber(start) } };
      },
    };
  },
});
