import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auto as autoFormat } from '../../../src/formats/auto.ts';
import type { Codec, PlainFormat, Site } from '../../../src/formats/codec/codec.ts';
import { Unfit } from '../../../src/formats/codec/unfit.ts';
import { formats } from '../../../src/formats/index.ts';
import { plainFormats } from '../../../src/formats/plain-formats.ts';
import type { Json } from '../../../src/model/json.ts';

const autoCodec = autoFormat.open({}, 'value', {
  registry: undefined,
  readFile: () => Promise.reject(new Error('unexpected')),
}) as Codec; // it opens at once
const site: Site = { part: 'value', topic: 't', headers: [] };
const auto = {
  encode: (value: Json) => autoCodec.encode(value, site).bytes,
  decode: (given: Uint8Array) => autoCodec.decode(given, site).value,
};
const { string, json, long, integer, short, float, double, boolean, uuid, bytes } = plainFormats;
const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');
const utf8 = (text: string): Uint8Array => Buffer.from(text);
const A_UUID = '0e37df36-f698-11e6-8dd4-cb9ced3df976';

describe('the formats', () => {
  it('are their files', () => {
    const files = readdirSync(new URL('../../../src/formats', import.meta.url))
      .filter((file) => file.endsWith('.ts') && !['index.ts', 'plain-formats.ts'].includes(file))
      .map((file) => file.replace('.ts', ''));
    expect(Object.keys(formats).sort()).toEqual(files.sort());
  });

  it.each(Object.entries(formats))('%s says what it is', (_, format) => {
    expect(format.about).toMatch(/^[a-zA-Z0-9].{10,}[^.]$/);
  });
});

/** Format, value, its bytes, and what they are read as where that is not the value. */
const roundTrips: [string, Pick<PlainFormat, 'encode' | 'decode'>, Json, Uint8Array, Json?][] = [
  ['string: text', string, 'Free', utf8('Free')],
  ['string: empty', string, '', utf8('')],
  ['string: non-ASCII', string, 'Zürich 東京 🦊', utf8('Zürich 東京 🦊')],
  ['string: a byte order mark is kept', string, '\ufeffx', hex('ef bb bf 78')],
  ['string: a number as its text', string, 12345, utf8('12345'), '12345'],
  [
    'string: a big integer as its digits',
    string,
    12345678901234567890n,
    utf8('12345678901234567890'),
    '12345678901234567890',
  ],
  ['string: a boolean as its text', string, true, utf8('true'), 'true'],
  ['json: a map', json, { a: [1, null, 'ü'] }, utf8('{"a":[1,null,"ü"]}')],
  ['json: a big integer', json, { id: 9007199254740993n }, utf8('{"id":9007199254740993}')],
  ['json: a text', json, 'x', utf8('"x"')],
  ['json: a number', json, 111, utf8('111')],
  ['json: an empty list', json, [], utf8('[]')],
  ['long: 42', long, 42, hex('00 00 00 00 00 00 00 2a')],
  ['long: -1', long, -1, hex('ff ff ff ff ff ff ff ff')],
  ['long: the greatest', long, 9223372036854775807n, hex('7f ff ff ff ff ff ff ff')],
  ['long: the least', long, -9223372036854775808n, hex('80 00 00 00 00 00 00 00')],
  ['long: 2^53 + 1', long, 9007199254740993n, hex('00 20 00 00 00 00 00 01')],
  ['integer: 42', integer, 42, hex('00 00 00 2a')],
  ['integer: the least', integer, -2147483648, hex('80 00 00 00')],
  ['short: -2', short, -2, hex('ff fe')],
  ['float: 0.1 in its shortest form', float, 0.1, hex('3d cc cc cd')],
  ['float: the greatest', float, 3.4028234663852886e38, hex('7f 7f ff ff'), 3.4028235e38],
  ['float: not a number', float, 'NaN', hex('7f c0 00 00')],
  ['double: 0.1', double, 0.1, hex('3f b9 99 99 99 99 99 9a')],
  ['double: infinite', double, '-Infinity', hex('ff f0 00 00 00 00 00 00')],
  ['double: 2^53 + 2', double, 9007199254740994n, hex('43 40 00 00 00 00 00 01'), 9007199254740994],
  ['boolean: true', boolean, true, hex('01')],
  ['boolean: false', boolean, false, hex('00')],
  ['uuid', uuid, A_UUID, utf8(A_UUID)],
  ['bytes', bytes, 'AP8=', hex('00 ff')],
  ['bytes: unpadded base64', bytes, 'AP8', hex('00 ff'), 'AP8='],
  ['bytes: none', bytes, '', hex('')],
  ['auto: a map', auto, { a: 1 }, utf8('{"a":1}')],
  ['auto: a list', auto, [1, 2], utf8('[1,2]')],
  ['auto: text', auto, 'Free', utf8('Free')],
  ['auto: a number becomes text and stays text', auto, 111, utf8('111'), '111'],
  ['auto: a big integer', auto, { id: 9007199254740993n }, utf8('{"id":9007199254740993}')],
];

describe('values that fit', () => {
  it.each(roundTrips)('%s', (_, format, value, expected, readAs = value) => {
    const encoded = format.encode(value);
    expect(Buffer.from(encoded).toString('hex')).toBe(Buffer.from(expected).toString('hex'));
    expect(format.decode(encoded)).toEqual(readAs);
  });

  it('reads bytes in the middle of a buffer', () => {
    expect(long.decode(hex('ff 00 00 00 00 00 00 00 2a ff').subarray(1, 9))).toBe(42);
  });
});

const unwritable: [string, PlainFormat, Json, string][] = [
  ['string: a map', string, { a: 1 }, 'expected text, got a map'],
  ['string: a list', string, [1], 'expected text, got a list'],
  ['long: text', long, 'abc', 'expected a whole number, got "abc"'],
  ['long: digits in quotes', long, '42', 'expected a whole number, got "42"'],
  ['long: a fraction', long, 1.5, 'expected a whole number, got 1.5'],
  ['long: a map', long, {}, 'expected a whole number, got a map'],
  [
    'long: beyond 64 bits',
    long,
    2n ** 63n,
    '9223372036854775808 does not fit in 64 bits, -9223372036854775808 to 9223372036854775807',
  ],
  [
    'integer: beyond 32 bits',
    integer,
    2147483648,
    '2147483648 does not fit in 32 bits, -2147483648 to 2147483647',
  ],
  ['short: beyond 16 bits', short, 40000, '40000 does not fit in 16 bits, -32768 to 32767'],
  ['float: text', float, 'much', 'expected a number, got "much"'],
  ['float: beyond 32 bits', float, 1e39, '1e+39 does not fit in 32 bits'],
  [
    'double: too many digits',
    double,
    9007199254740993n,
    '9007199254740993 has more digits than a floating point number holds',
  ],
  ['boolean: text', boolean, 'true', 'expected true or false, got "true"'],
  ['uuid: other text', uuid, 'abc', 'expected a UUID, got "abc"'],
  ['bytes: not base64', bytes, 'a-b', 'expected base64 text, got "a-b"'],
  ['bytes: a number', bytes, 7, 'expected base64 text, got 7'],
];

const unreadable: [string, PlainFormat, Uint8Array, string][] = [
  ['string: not UTF-8', string, hex('ff fe'), 'the bytes are not UTF-8'],
  ['json: empty', json, hex(''), 'no bytes, where JSON needs at least one'],
  ['json: text', json, utf8('hello'), 'not JSON: Unexpected token'],
  ['json: not UTF-8', json, hex('7b ff'), 'the bytes are not UTF-8'],
  ['long: too short', long, utf8('hello'), '5 bytes, where 8 are needed'],
  ['long: empty', long, hex(''), '0 bytes, where 8 are needed'],
  ['boolean: 2', boolean, hex('02'), 'the byte is 2, where a boolean is 0 or 1'],
  ['boolean: empty', boolean, hex(''), '0 bytes, where 1 is needed'],
  ['uuid: other text', uuid, utf8('abc'), '"abc" is not a UUID'],
];

describe('values and bytes that do not fit', () => {
  it.each(unwritable)('%s is not written', (_, format, value, message) => {
    expect(() => format.encode(value)).toThrow(expect.objectContaining({ name: 'Unfit', message }));
  });

  it.each(unreadable)('%s is not read', (_, format, given, message) => {
    expect(() => format.decode(given)).toThrow(message);
    expect(() => format.decode(given)).toThrow(Unfit);
  });
});

describe('auto', () => {
  it.each<[string, Uint8Array, Json]>([
    ['a JSON object after blanks', utf8(' \n{"a": 1}'), { a: 1 }],
    ['a JSON array', utf8('[1]'), [1]],
    ['what only begins like JSON as text', utf8('{not json'), '{not json'],
    ['a JSON scalar as text', utf8('true'), 'true'],
    ['no bytes as the empty text', utf8(''), ''],
    ['a long as bytes, for its zeros are no text', hex('00 00 00 00 00 00 00 2a'), 'AAAAAAAAACo='],
    ['what is not UTF-8 as bytes', hex('ff fe'), '//4='],
  ])('reads %s', (_, given, value) => {
    expect(auto.decode(given)).toEqual(value);
  });
});
