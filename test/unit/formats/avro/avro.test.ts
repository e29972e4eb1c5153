import { describe, expect, it } from 'vitest';
import { parseAvro } from '../../../../src/formats/avro/parse.ts';
import { compileAvroReader } from '../../../../src/formats/avro/read.ts';
import { sampleAvro } from '../../../../src/formats/avro/sample.ts';
import type { AvroType } from '../../../../src/formats/avro/schema.ts';
import { writeAvro } from '../../../../src/formats/avro/write.ts';
import { type Json, renderJson } from '../../../../src/model/json.ts';

const schema = (written: Json): AvroType => parseAvro(renderJson(written));
const record = (name: string, fields: readonly Json[]): Json => ({ type: 'record', name, fields });
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const decimal = { type: 'bytes', logicalType: 'decimal', precision: 20, scale: 2 };
const node = record('Node', [
  { name: 'value', type: 'int' },
  { name: 'next', type: ['null', 'Node'], default: null },
]);

/** Bytes are those of fastavro 1.13 where they are not in the specification itself. */
const roundTrips: [string, Json, Json, string, Json?][] = [
  ['null', 'null', null, ''],
  ['a boolean', 'boolean', true, '01'],
  ['an int', 'int', -64, '7f'],
  ['an int of two bytes', 'int', 64, '8001'],
  ['the least int', 'int', -2147483648, 'ffffffff0f'],
  ['a long beyond 2^53', 'long', 9007199254740993n, '8280808080808020'],
  ['the greatest long', 'long', 9223372036854775807n, 'feffffffffffffffff01'],
  ['the least long', 'long', -9223372036854775808n, 'ffffffffffffffffff01'],
  ['a float in its shortest form', 'float', 0.1, 'cdcccc3d'],
  ['a double', 'double', 0.1, '9a9999999999b93f'],
  ['a text', 'string', 'foo', '06666f6f'],
  ['a text beyond ASCII', 'string', '東京', '0ce69db1e4baac'],
  ['an empty text', 'string', '', '00'],
  ['bytes as base64', 'bytes', 'AP8=', '0400ff'],
  ['a list', { type: 'array', items: 'long' }, [3, 27], '04063600'],
  ['an empty list', { type: 'array', items: 'long' }, [], '00'],
  ['a map', { type: 'map', values: 'int' }, { a: 1 }, '0202610200'],
  ['an enum', { type: 'enum', name: 'Plan', symbols: ['FREE', 'PAID'] }, 'PAID', '02'],
  ['a fixed', { type: 'fixed', name: 'F', size: 2 }, 'AP8=', '00ff'],
  ['a union', ['null', 'string'], 'a', '020261'],
  ['a union that is null', ['null', 'string'], null, '00'],
  ['a union by its branch', ['int', 'long'], { long: 1 }, '0202', 1],
  [
    'a record',
    record('Test', [
      { name: 'a', type: 'long' },
      { name: 'b', type: 'string' },
    ]),
    { a: 27, b: 'foo' },
    '3606666f6f',
  ],
  ['a record in itself', node, { value: 1, next: { value: 2, next: null } }, '02020400'],
  ['a field left out that may be null', node, { value: 1 }, '0200', { value: 1, next: null }],
  [
    'a field left out with a default',
    record('D', [{ name: 'n', type: 'int', default: 7 }]),
    {},
    '0e',
    { n: 7 },
  ],
  [
    'a default in bytes',
    record('D', [{ name: 'n', type: 'bytes', default: '\u00ff' }]),
    {},
    '02ff',
    { n: '/w==' },
  ],
  ['a date', { type: 'int', logicalType: 'date' }, '2022-05-08', 'e0aa02'],
  ['a date before the epoch', { type: 'int', logicalType: 'date' }, '1969-12-31', '01'],
  ['a time of day', { type: 'int', logicalType: 'time-millis' }, '12:29:59.698', 'a490f52a'],
  [
    'a timestamp',
    { type: 'long', logicalType: 'timestamp-millis' },
    '2022-05-08T12:29:59.698Z',
    'a490afba9460',
  ],
  [
    'a timestamp given as a number',
    { type: 'long', logicalType: 'timestamp-millis' },
    1652012999698,
    'a490afba9460',
    '2022-05-08T12:29:59.698Z',
  ],
  [
    'a timestamp to the microsecond',
    { type: 'long', logicalType: 'timestamp-micros' },
    '1969-12-31T23:59:59.999999Z',
    '01',
  ],
  [
    'a timestamp in another zone',
    { type: 'long', logicalType: 'timestamp-millis' },
    '1970-01-01T01:00:00.001+01:00',
    '02',
    '1970-01-01T00:00:00.001Z',
  ],
  [
    'a local timestamp',
    { type: 'long', logicalType: 'local-timestamp-micros' },
    '1970-01-01T00:00:00.000001',
    '02',
  ],
  [
    'a timestamp that no calendar holds',
    { type: 'long', logicalType: 'timestamp-millis' },
    9223372036854775807n,
    'feffffffffffffffff01',
  ],
  ['a decimal', decimal, 12.34, '0404d2'],
  ['a negative decimal', decimal, -0.01, '02ff'],
  ['a decimal given as text', decimal, '12.3', '0404ce', 12.3],
  ['a decimal of many digits', decimal, '123456789012345678.90', '1200ab54a98ceb1f0ad2'],
  [
    'a decimal in a fixed',
    { type: 'fixed', name: 'M', size: 4, logicalType: 'decimal', precision: 9, scale: 2 },
    -1.5,
    'ffffff6a',
  ],
  [
    'a UUID in a fixed',
    { type: 'fixed', name: 'U', size: 16, logicalType: 'uuid' },
    '0e37df36-f698-11e6-8dd4-cb9ced3df976',
    '0e37df36f69811e68dd4cb9ced3df976',
  ],
  [
    'a duration',
    { type: 'fixed', name: 'D', size: 12, logicalType: 'duration' },
    { months: 1, days: 2, milliseconds: 3 },
    '010000000200000003000000',
  ],
  ['a logical type of another kind, ignored', { type: 'string', logicalType: 'date' }, 'x', '0278'],
];

describe('Avro', () => {
  it.each(roundTrips)('writes and reads %s', (_, written, value, hex, readAs = value) => {
    const type = schema(written);
    expect(hexOf(writeAvro(value, type))).toBe(hex);
    expect(compileAvroReader(type)(Buffer.from(hex, 'hex'))).toEqual(readAs);
  });

  it('reads a block with its size before it', () => {
    expect(
      compileAvroReader(schema({ type: 'array', items: 'int' }))(Buffer.from('0304020400', 'hex')),
    ).toEqual([1, 2]);
  });

  it('shows the numbers underneath when logical types are off', () => {
    const type = parseAvro('{"type":"long","logicalType":"timestamp-millis"}', { logicalTypes: false });
    expect(compileAvroReader(type)(writeAvro(5, type))).toBe(5);
  });

  it('prefers text to bytes in a union of both', () => {
    const type = schema(['bytes', 'string']);
    expect(compileAvroReader(type)(writeAvro('Free', type))).toBe('Free');
  });
});

const user = record('acme.User', [
  { name: 'id', type: 'long' },
  { name: 'plan', type: { type: 'enum', name: 'Plan', symbols: ['FREE', 'PAID'] } },
  { name: 'tags', type: { type: 'array', items: 'string' }, default: [] },
]);

describe('a value that an Avro schema does not allow', () => {
  it.each<[string, Json, Json, string]>([
    ['the wrong type', user, { id: 'x', plan: 'FREE' }, '.id: expected a whole number, got "x"'],
    [
      'an unknown symbol',
      user,
      { id: 1, plan: 'FREEE' },
      '.plan: "FREEE" is no symbol of enum "acme.Plan": FREE, PAID',
    ],
    [
      'the wrong type in a list',
      user,
      { id: 1, plan: 'FREE', tags: ['a', 7] },
      '.tags[1]: expected text, got 7',
    ],
    ['a missing field', user, { id: 1 }, 'record "acme.User" needs the field "plan"'],
    ['an unknown field', user, { id: 1, plann: 'FREE' }, 'record "acme.User" has no field "plann"'],
    ['no branch', ['null', 'int'], 'x', 'expected a whole number, got "x"'],
    [
      'no branch of several',
      ['string', 'int'],
      {},
      'fits no branch of the union (string: expected text, got a map; int: expected a whole number, got a map)',
    ],
    ['null where it may not be', ['string', 'int'], null, 'expected string or int, got null'],
    ['too large an int', 'int', 2 ** 31, '2147483648 does not fit in 32 bits, -2147483648 to 2147483647'],
    ['too many decimals', decimal, 1.005, '1.005 has more than 2 digits after the point'],
    [
      'a time that is none',
      { type: 'long', logicalType: 'timestamp-millis' },
      'soon',
      'expected a time like "2022-05-08T12:29:59.698Z", got "soon"',
    ],
    ['a short fixed', { type: 'fixed', name: 'F', size: 2 }, 'AA==', '1 bytes, where fixed "F" has 2'],
  ])('%s', (_, written, value, message) => {
    expect(() => writeAvro(value, schema(written))).toThrow(
      expect.objectContaining({ name: 'Unfit', message }),
    );
  });
});

describe('bytes that are not of an Avro schema', () => {
  it.each<[string, Json, string, string]>([
    ['too few', user, '02', '.plan: the bytes end too early, at 1'],
    ['too many', 'int', '0202', '1 bytes too many after the value'],
    ['an unknown branch', ['null', 'int'], '08', 'branch 4 of a union that has 2'],
    ['a negative length', 'string', '01', 'a length of -1'],
    [
      'a list of a billion nulls',
      { type: 'array', items: 'null' },
      '80a8d6b907',
      'a block of 1000000000 elements',
    ],
    ['an endless integer', 'long', 'ffffffffffffffffffffff', 'an integer of more than 64 bits'],
  ])('%s', (_, written, hex, message) => {
    expect(() => compileAvroReader(schema(written))(Buffer.from(hex, 'hex'))).toThrow(
      expect.objectContaining({ name: 'Unfit', message }),
    );
  });
});

/** What a writer wrote, and what a reader with another schema sees. */
const evolutions: [string, Json, Json, Json, Json][] = [
  ['int as long', 'int', 'long', 5, 5],
  ['int as double', 'int', 'double', 5, 5],
  ['long as float', 'long', 'float', 5, 5],
  ['text as bytes', 'string', 'bytes', 'a', 'YQ=='],
  ['bytes as text', 'bytes', 'string', 'YQ==', 'a'],
  ['a plain type as a union', 'int', ['null', 'long'], 5, 5],
  ['a union as the plain type', ['null', 'int'], 'int', 5, 5],
  [
    'a field that the reader lacks',
    user,
    record('acme.User', [{ name: 'id', type: 'long' }]),
    { id: 1, plan: 'PAID', tags: ['x'] },
    { id: 1 },
  ],
  [
    'a field that the writer lacks',
    record('acme.User', [{ name: 'id', type: 'int' }]),
    record('acme.User', [
      { name: 'name', type: 'string', default: '?' },
      { name: 'id', type: 'long' },
    ]),
    { id: 1 },
    { name: '?', id: 1 },
  ],
  [
    'a renamed field',
    record('R', [{ name: 'a', type: 'int' }]),
    record('R', [{ name: 'b', aliases: ['a'], type: 'int' }]),
    { a: 1 },
    { b: 1 },
  ],
  [
    'a renamed record',
    record('x.Old', [{ name: 'a', type: 'int' }]),
    { ...(record('New', [{ name: 'a', type: 'int' }]) as object), aliases: ['x.Old'] },
    { a: 1 },
    { a: 1 },
  ],
  [
    'a symbol that the reader lacks',
    { type: 'enum', name: 'E', symbols: ['A', 'B'] },
    { type: 'enum', name: 'E', symbols: ['A'], default: 'A' },
    'B',
    'A',
  ],
  [
    'a record in itself',
    node,
    record('Node', [
      { name: 'value', type: 'long' },
      { name: 'next', type: ['null', 'Node'], default: null },
    ]),
    { value: 1, next: { value: 2, next: null } },
    { value: 1, next: { value: 2, next: null } },
  ],
];

describe('schema evolution', () => {
  it.each(evolutions)('%s', (_, written, readerSchema, value, readAs) => {
    const writer = schema(written);
    expect(compileAvroReader(writer, schema(readerSchema))(writeAvro(value, writer))).toEqual(readAs);
  });

  it.each<[string, Json, Json, string]>([
    ['text as int', 'string', 'int', 'what was written as string cannot be read as int'],
    [
      'another record',
      record('A', []),
      record('B', []),
      'what was written as record "A" cannot be read as record "B"',
    ],
    [
      'a missing field without default',
      record('A', []),
      record('A', [{ name: 'x', type: 'int' }]),
      'the writer\'s "A" has no field "x", and the reader\'s has no default for it',
    ],
    [
      'a field of another type',
      record('A', [{ name: 'x', type: 'string' }]),
      record('A', [{ name: 'x', type: 'int' }]),
      '.x: what was written as string cannot be read as int',
    ],
  ])('%s is refused', (_, writer, reader, message) => {
    expect(() => compileAvroReader(schema(writer), schema(reader))).toThrow(
      expect.objectContaining({ name: 'Unfit', message }),
    );
  });

  it('refuses a branch that the reader lacks only once it is met', () => {
    const writer = schema(['int', 'string']);
    const read = compileAvroReader(writer, schema('int'));
    expect(read(writeAvro(1, writer))).toBe(1);
    expect(() => read(writeAvro('a', writer))).toThrow('what was written as string cannot be read as int');
  });
});

describe('an Avro schema', () => {
  it.each<[string, string, string]>([
    ['not JSON', '{', 'the Avro schema is not JSON'],
    [
      'of an unknown type',
      '{"type":"record","name":"A","fields":[{"name":"b","type":"Bee"}]}',
      'Avro schema at .b: unknown type "Bee"',
    ],
    [
      'without type',
      '{"type":"record","name":"A","fields":[{"name":"b"}]}',
      'Avro schema at .b: expected a type, got none',
    ],
    [
      'with a bad name',
      '{"type":"record","name":"a-b","fields":[]}',
      'Avro schema: "a-b" cannot be the name of a type',
    ],
    [
      'with a field twice',
      '{"type":"record","name":"A","fields":[{"name":"b","type":"int"},{"name":"b","type":"int"}]}',
      'Avro schema: field "b" twice in record "A"',
    ],
    ['with a union in a union', '["null",["int"]]', 'Avro schema: a union directly in a union'],
    ['with a branch twice', '["int","int"]', 'Avro schema: "int" twice in a union'],
  ])('%s is refused', (_, text, message) => {
    expect(() => parseAvro(text)).toThrow(message);
  });

  it('finds types of its references by full name and by its own namespace', () => {
    const names = new Map();
    parseAvro('{"type":"enum","name":"acme.Plan","symbols":["FREE"]}', { names });
    const type = parseAvro(
      '{"type":"record","name":"acme.User","fields":[{"name":"p","type":"Plan"},{"name":"q","type":"acme.Plan"}]}',
      { names },
    );
    expect(hexOf(writeAvro({ p: 'FREE', q: 'FREE' }, type))).toBe('0000');
  });
});

describe('a sample', () => {
  it('is the same for the same random numbers, and can be written', () => {
    const everything = schema(
      record('All', [
        ...['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'].map((type) => ({
          name: type,
          type,
        })),
        { name: 'date', type: { type: 'int', logicalType: 'date' } },
        { name: 'at', type: { type: 'long', logicalType: 'timestamp-micros' } },
        { name: 'time', type: { type: 'long', logicalType: 'time-micros' } },
        { name: 'id', type: { type: 'string', logicalType: 'uuid' } },
        { name: 'price', type: decimal },
        { name: 'span', type: { type: 'fixed', name: 'Span', size: 12, logicalType: 'duration' } },
        { name: 'hash', type: { type: 'fixed', name: 'Hash', size: 3 } },
        { name: 'plan', type: { type: 'enum', name: 'Plan', symbols: ['FREE', 'PAID'] } },
        { name: 'map', type: { type: 'map', values: 'int' } },
        { name: 'node', type: node },
        { name: 'all', type: ['null', { type: 'array', items: 'All' }] },
      ]),
    );
    for (let seed = 0; seed < 100; seed++) {
      const sample = sampleAvro(everything, counted(seed));
      expect(sampleAvro(everything, counted(seed))).toEqual(sample);
      const bytes = writeAvro(sample, everything);
      expect(writeAvro(compileAvroReader(everything)(bytes), everything)).toEqual(bytes);
    }
  });
});

/** A small generator of numbers from 0 up to 1. */
function counted(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
