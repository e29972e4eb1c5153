import { describe, expect, it } from 'vitest';
import type { Codec, Site } from '../../../src/formats/codec/codec.ts';
import type { PlainFormatName } from '../../../src/formats/plain-formats.ts';
import { windowed } from '../../../src/formats/windowed.ts';

const site: Site = { part: 'key', topic: 't', headers: [] };
const open = (inner: PlainFormatName): Codec =>
  windowed.open(inner, 'key', {
    registry: undefined,
    readFile: () => Promise.reject(new Error('unexpected')),
  }) as Codec; // it opens at once

describe('windowed keys', () => {
  it.each<[PlainFormatName, unknown, string]>([
    ['string', { key: 'ab', start: 1652012999698 }, '616200000180a3a5e412'],
    ['long', { key: 9007199254740993n, start: 0 }, '00200000000000010000000000000000'],
    ['string', { key: '', start: -1 }, 'ffffffffffffffff'],
  ])('writes and reads a key in %s', (inner, value, hex) => {
    const { bytes } = open(inner).encode(value as never, site);
    expect(Buffer.from(bytes).toString('hex')).toBe(hex);
    expect(open(inner).decode(bytes, site).value).toEqual(value);
  });

  it('does not write what has no start', () => {
    expect(() => open('string').encode({ key: 'a' }, site)).toThrow(
      '.start: expected a whole number, got null',
    );
    expect(() => open('string').encode('a', site)).toThrow('expected { key, start }, got "a"');
  });

  it('does not read fewer than 8 bytes', () => {
    expect(() => open('string').decode(Buffer.from('abc'), site)).toThrow(
      '3 bytes, where the start of the window alone takes 8',
    );
  });
});
