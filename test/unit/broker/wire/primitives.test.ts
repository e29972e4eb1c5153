import { describe, expect, test } from 'vitest';
import type { Field } from '../../../../src/broker/wire/field.ts';
import { nullable } from '../../../../src/broker/wire/field.ts';
import {
  bool,
  bytes,
  float64,
  int8,
  int16,
  int32,
  int64,
  string,
  uuid,
} from '../../../../src/broker/wire/primitives.ts';
import { Reader } from '../../../../src/broker/wire/reader.ts';
import { list, struct } from '../../../../src/broker/wire/structures.ts';
import { WireError } from '../../../../src/broker/wire/wire-error.ts';
import { Writer } from '../../../../src/broker/wire/writer.ts';

const PLAIN = { version: 0, flexible: false };
const COMPACT = { version: 0, flexible: true };

function encode<T, D>(field: Field<T, D, boolean>, value: D, dialect = PLAIN): string {
  const writer = new Writer();
  field.codec(dialect).write(writer, value);
  return Buffer.concat(writer.finish()).toString('hex');
}

function decode<T, D>(field: Field<T, D, boolean>, hex: string, dialect = PLAIN): T {
  return field.codec(dialect).read(new Reader(Buffer.from(hex, 'hex')));
}

describe('values have the bytes of the protocol', () => {
  test.each([
    ['int8', int8, -1, 'ff'],
    ['int16', int16, 258, '0102'],
    ['int32', int32, -2, 'fffffffe'],
    ['float64', float64, 1.5, '3ff8000000000000'],
  ] as const)('%s', (_name, field, value, hex) => {
    expect(encode(field, value)).toBe(hex);
    expect(decode(field, hex)).toBe(value);
  });

  test('int64, at both ends', () => {
    for (const value of [2n ** 63n - 1n, -(2n ** 63n), 0n])
      expect(decode(int64, encode(int64, value))).toBe(value);
  });

  test('bool takes any byte but 0 for true', () => {
    expect([decode(bool, '00'), decode(bool, '01'), decode(bool, '7f')]).toEqual([false, true, true]);
  });

  test('uuid is URL-safe base 64, as Kafka prints it', () => {
    const hex = 'fbefbe00112233445566778899aabbcc';
    expect(decode(uuid, hex)).toBe('----ABEiM0RVZneImaq7zA');
    expect(encode(uuid, decode(uuid, hex))).toBe(hex);
  });

  test.each([
    ['string', string, 'é', '0002c3a9', '03c3a9'],
    ['nullable string', nullable(string), null, 'ffff', '00'],
    ['empty string', string, '', '0000', '01'],
  ] as const)('%s, plain and compact', (_name, field, value, plain, compact) => {
    expect(encode<string | null, never>(field as never, value as never)).toBe(plain);
    expect(encode<string | null, never>(field as never, value as never, COMPACT)).toBe(compact);
    expect(decode(field as Field<string | null>, plain)).toBe(value);
    expect(decode(field as Field<string | null>, compact, COMPACT)).toBe(value);
  });

  test('bytes and lists have their size in front', () => {
    expect(encode(bytes, Buffer.from([1, 2]))).toBe('000000020102');
    expect(encode(list(int8), [1, 2], COMPACT)).toBe('030102');
    expect(decode(nullable(list(int8)), 'ffffffff')).toBeNull();
  });

  test('a structure that may be null has a byte in front', () => {
    const field = nullable(struct({ a: int8 }));
    expect(encode(field, null, COMPACT)).toBe('ff');
    expect(encode(field, { a: 7 }, COMPACT)).toBe('010700');
    expect(decode(field, '010700', COMPACT)).toEqual({ a: 7 });
  });
});

describe('bytes that the protocol does not allow are refused', () => {
  test.each([
    ['a string that is cut off', () => decode(string, '000561')],
    ['a null where none is allowed', () => decode(string, 'ffff')],
    ['a list that announces more items than there are bytes', () => decode(list(int8), '7fffffff01')],
    ['a varint without an end', () => decode(string, 'ffffffffffffff', COMPACT)],
    ['a varint of more than 32 bits', () => decode(string, 'ffffffff7f', COMPACT)],
    ['an empty buffer', () => decode(int32, '')],
  ])('%s', (_name, read) => {
    expect(read).toThrow(WireError);
  });
});

describe('a writer', () => {
  test('grows in the middle of every type', () => {
    for (let filled = 240; filled <= 256; filled++) {
      const writer = new Writer();
      for (let index = 0; index < filled; index++) writer.int8(1);
      writer.int64(5n);
      writer.uvarint(300);
      writer.utf8('ü', 2);
      const written = Buffer.concat(writer.finish());
      expect(written.subarray(filled).toString('hex')).toBe('0000000000000005ac02c3bc');
    }
  });

  test('does not copy large byte strings', () => {
    const large = Buffer.alloc(5000, 7);
    const writer = new Writer();
    writer.int8(1);
    writer.bytes(large);
    writer.int8(2);
    expect(writer.length).toBe(5002);
    const pieces = writer.finish();
    expect(pieces.map(({ length }) => length)).toEqual([1, 5000, 1]);
    expect(pieces[1]?.buffer).toBe(large.buffer);
  });

  test('writes numbers of variable length that the reader reads back', () => {
    const numbers = [0, 1, -1, 63, -64, 64, 2 ** 31 - 1, -(2 ** 31)];
    const writer = new Writer();
    for (const number of numbers) writer.varint(number);
    for (const number of numbers) writer.varlong(BigInt(number) * 2n ** 32n);
    const reader = new Reader(Buffer.concat(writer.finish()));
    expect(numbers.map(() => reader.varint())).toEqual(numbers);
    expect(numbers.map(() => reader.varlong())).toEqual(numbers.map((number) => BigInt(number) * 2n ** 32n));
  });
});
