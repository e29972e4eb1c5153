import { describe, expect, it } from 'vitest';
import { msgpack } from '../../../src/formats/msgpack.ts';
import type { Json } from '../../../src/model/json.ts';

describe('MessagePack', () => {
  it.each<[Json, string, Json?]>([
    [{ a: 1 }, '81a16101'],
    [[null, true, 'ü'], '93c0c3a2c3bc'],
    [-1, 'ff'],
    [4294967296, 'cf0000000100000000'],
    [-2147483649, 'd3ffffffff7fffffff'],
    [9007199254740993n, 'cf0020000000000001'],
    [18446744073709551615n, 'cfffffffffffffffff'],
    [1.5, 'cb3ff8000000000000'],
    ['', 'a0'],
  ])('writes and reads %o', (value, hex) => {
    expect(Buffer.from(msgpack.encode(value)).toString('hex')).toBe(hex);
    expect(msgpack.decode(Buffer.from(hex, 'hex'))).toEqual(value);
  });

  it('shows binary values as base64, times as text, other extensions with their type', () => {
    expect(msgpack.decode(Buffer.from('c40200ff', 'hex'))).toBe('AP8=');
    expect(msgpack.decode(Buffer.from('d6ff00000001', 'hex'))).toBe('1970-01-01T00:00:01.000Z');
    expect(msgpack.decode(Buffer.from('d40501', 'hex'))).toEqual({ type: 5, data: 'AQ==' });
  });

  it.each(['', '81', '9301', '0101', 'c1'])('does not read %s', (hex) => {
    expect(() => msgpack.decode(Buffer.from(hex, 'hex'))).toThrow(expect.objectContaining({ name: 'Unfit' }));
  });

  it('does not write more than 64 bits', () => {
    expect(() => msgpack.encode([2n ** 64n])).toThrow('18446744073709551616 does not fit in 64 bits');
  });
});
