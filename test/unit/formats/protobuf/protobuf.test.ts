import { describe, expect, it } from 'vitest';
import type { CompiledSchema, Dependency } from '../../../../src/formats/codec/schema-language.ts';
import { protobufLanguage } from '../../../../src/formats/protobuf/language.ts';
import type { Json } from '../../../../src/model/json.ts';

const compile = (text: string, message?: string, dependencies: readonly Dependency[] = []): CompiledSchema =>
  protobufLanguage.compile({ text, dependencies }, { message }) as CompiledSchema; // nothing in it is asynchronous
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const order = `
// An order.
syntax = "proto3";
package acme;
import "google/protobuf/timestamp.proto";
import "google/protobuf/duration.proto";
import "google/protobuf/wrappers.proto";
import "google/protobuf/struct.proto";
import "google/protobuf/any.proto";
import "google/protobuf/field_mask.proto";
option java_package = "com.acme"; option (acme.mine) = { a: [1, { b: "}" }] };
message Order {
  reserved 100 to 199, 1000 to max; reserved "old";
  enum Status { option allow_alias = true; NEW = 0; PAID = 1; SETTLED = 1 [deprecated = true]; }
  message Line { string sku = 1; int32 quantity = 2; repeated Line bundle = 3; }
  int64 id = 1; uint64 total = 2; Status status = 3; repeated Line lines = 4;
  map<string, int64> stock = 5; map<int32, Line> by_row = 6;
  oneof payment { string card = 7; Cash cash = 8; }
  optional int32 discount = 9 [json_name = "rebate"];
  google.protobuf.Timestamp placed_at = 10;
  google.protobuf.Duration took = 11;
  google.protobuf.Int64Value maybe = 12;
  google.protobuf.Struct extra = 13;
  google.protobuf.Any any = 14;
  google.protobuf.FieldMask mask = 15;
  bytes raw = 16; float ratio = 17; double big = 18; bool ok = 19; repeated sint64 deltas = 20 [packed = false];
  fixed64 f = 21; .acme.Order parent = 22;
  message message = 23;
  message message { string enum = 1; }
}
message Cash { string currency = 1; }
service Orders { rpc Get (Order) returns (stream Order) { option deadline = 1; } }
`;

const full: Json = {
  id: 9223372036854775807n,
  total: 18446744073709551615n,
  status: 'PAID',
  lines: [{ sku: 'ü', quantity: -1, bundle: [{ sku: 'x', quantity: 1, bundle: [] }] }],
  stock: { a: 9007199254740993n },
  by_row: { 7: { sku: 'y', quantity: 0, bundle: [] } },
  cash: { currency: 'CHF' },
  discount: 0,
  placed_at: '2022-05-08T12:29:59.698Z',
  took: '1.500s',
  maybe: 9007199254740993n,
  extra: { a: [1, null, { b: true }] },
  any: { '@type': 'type.googleapis.com/acme.Cash', currency: 'EUR' },
  mask: 'a.b,c',
  raw: 'AP8=',
  ratio: 0.1,
  big: 'NaN',
  ok: true,
  deltas: [-1, 9007199254740993n],
  f: 5,
  parent: {},
  message: { enum: 'e' },
};

describe('Protobuf', () => {
  it('writes and reads every kind of field, every digit kept', () => {
    const schema = compile(order);
    const decoded = schema.decode(schema.encode(full, true), true) as Record<string, Json>;
    expect(decoded).toMatchObject({ ...(full as object), parent: { id: 0, status: 'NEW' } });
    expect(Object.keys(decoded)).not.toContain('card');
  });

  it('shows fields without presence always, those with presence when they are set', () => {
    const schema = compile(
      'syntax = "proto3"; message A { int64 a = 1; optional int64 b = 2; repeated int32 c = 3; A d = 4; oneof e { string f = 5; } }',
    );
    expect(schema.decode(new Uint8Array(), false)).toEqual({ a: 0, c: [] });
    expect(schema.decode(schema.encode({ b: 0, f: '' }, false), false)).toEqual({ a: 0, b: 0, c: [], f: '' });
  });

  it('keeps the number of an enum value that it does not know', () => {
    const schema = compile(order);
    expect(schema.decode(Buffer.from('1805', 'hex'), false)).toMatchObject({ status: 5 });
  });

  it('reads and writes proto2 with required fields, defaults, groups and extensions', () => {
    const schema = compile(
      `syntax = "proto2"; message A { required int32 a = 1 [default = -5]; optional group G = 2 { optional string s = 1; } extensions 100 to 200; extend A { optional string x = 100; } }`,
    );
    expect(hexOf(schema.encode({ a: 1, g: { s: 'x' } }, false))).toBe('0801130a017814');
    expect(schema.decode(Buffer.from('0801130a017814', 'hex'), false)).toEqual({ a: 1, g: { s: 'x' } });
  });

  it('reads and writes editions with features', () => {
    const schema = compile(
      `edition = "2023"; option features.field_presence = IMPLICIT; message A { int32 a = 1; int32 b = 2 [features.field_presence = EXPLICIT]; repeated int32 c = 3 [features.repeated_field_encoding = EXPANDED]; }`,
    );
    expect(schema.decode(new Uint8Array(), false)).toEqual({ a: 0, c: [] });
    expect(hexOf(schema.encode({ b: 0, c: [1, 2] }, false))).toBe('100018011802');
  });

  it.each<[string, string, string]>([
    ['the first message', 'acme.Order', '00'],
    ['another message', 'acme.Cash', '0202'],
    ['a message in a message', 'acme.Order.Line', '040000'],
    ['one that stands behind those of maps', 'acme.Order.message', '040006'],
  ])('says in the frame that it is %s', (_, name, index) => {
    const schema = compile(order, name);
    const bytes = schema.encode({}, true);
    expect(hexOf(bytes)).toBe(index);
    expect(compile(order).decode(bytes, true)).toEqual(schema.decode(new Uint8Array(), false));
  });

  it('finds names from the innermost scope outwards, in files that it imports', () => {
    const dependencies = [
      { name: 'base.proto', text: 'syntax = "proto3"; package acme.base; message Id { string v = 1; }' },
      {
        name: 'mid.proto',
        text: 'syntax = "proto3"; package acme; import public "base.proto"; message Mid { base.Id id = 1; }',
      },
    ];
    const schema = compile(
      'syntax = "proto3"; package acme.app; import "mid.proto"; message A { Mid mid = 1; base.Id id = 2; acme.base.Id other = 3; }',
      undefined,
      dependencies,
    );
    const value = { mid: { id: { v: '1' } }, id: { v: '2' }, other: { v: '3' } };
    expect(schema.decode(schema.encode(value, false), false)).toEqual(value);
  });

  it('brings along the files that registries know without being told', () => {
    const schema = compile(
      'syntax = "proto3"; import "confluent/meta.proto"; import "google/type/money.proto"; import "google/type/datetime.proto"; option (confluent.file_meta).doc = "x"; message A { google.type.Money m = 1 [(confluent.field_meta) = { doc: "y" }]; google.type.DateTime t = 2; }',
    );
    const value = { m: { currency_code: 'CHF', units: 9007199254740993n, nanos: 0 } };
    expect(schema.decode(schema.encode(value, false), false)).toEqual(value);
  });

  it('sees bytes of an older or newer schema as the reader does', () => {
    const older = compile('syntax = "proto3"; package p; message A { int32 a = 1; string gone = 2; }');
    const newer = compile('syntax = "proto3"; package p; message A { int64 a = 1; string added = 3; }');
    expect(older.decode(older.encode({ a: 7, gone: 'x' }, true), true, newer)).toEqual({ a: 7, added: '' });
    expect(newer.decode(newer.encode({ a: 7, added: 'x' }, true), true, older)).toEqual({ a: 7, gone: '' });
  });

  it('makes samples that can be written', () => {
    const schema = compile(order);
    for (let seed = 1; seed < 50; seed++) {
      let state = seed;
      const sample = schema.sample(() => {
        state = (state * 48271) % 2147483647;
        return state / 2147483647;
      });
      expect(() => schema.encode(sample, false)).not.toThrow();
    }
  });
});

describe('a value that a message does not allow', () => {
  it.each<[string, Json, string]>([
    ['the wrong type', { id: 'x' }, 'acme.Order.id'],
    ['an unknown field', { idd: 1 }, 'idd'],
    ['an unknown enum value', { status: 'LOST' }, 'LOST'],
    ['too large an integer', { discount: 2 ** 31 }, 'acme.Order.discount'],
    ['two of a oneof', { card: 'x', cash: {} }, 'payment'],
    ['a list', [1], 'expected a map for message "acme.Order", got a list'],
  ])('%s', (_, value, message) => {
    expect(() => compile(order).encode(value, false)).toThrow(
      expect.objectContaining({ name: 'Unfit', message: expect.stringContaining(message) }),
    );
  });
});

describe('what is no .proto file', () => {
  it.each<[string, string, string]>([
    [
      'an unknown statement',
      'syntax = "proto3";\nmesage A {}',
      'line 2 of the .proto file: unexpected "mesage"',
    ],
    [
      'a missing number',
      'message A {\n  optional string a;\n}',
      'line 2 of the .proto file: expected "=", got ";"',
    ],
    ['an open message', 'message A {', 'expected a name, got "the end of the file"'],
    [
      'an unknown type',
      'syntax = "proto3"; message A { Bee b = 1; }',
      '"schema.proto" uses the type "Bee", which is not defined',
    ],
    [
      'a missing import',
      'syntax = "proto3"; import "bee.proto";',
      '"bee.proto", which "schema.proto" imports, is not there',
    ],
    ['a strange character', 'message A { § }', 'line 1 of the .proto file: unexpected "§"'],
    ['an unknown syntax', 'syntax = "proto4";', 'unknown syntax "proto4"'],
  ])('%s', (_, text, message) => {
    expect(() => compile(text)).toThrow(
      expect.objectContaining({ name: 'Unfit', message: expect.stringContaining(message) }),
    );
  });

  it('names the messages there are', () => {
    expect(() => compile(order, 'acme.Ordr').encode({}, false)).toThrow(
      expect.objectContaining({
        message: 'the .proto file has no message "acme.Ordr"',
        hint: 'its messages are acme.Order, acme.Cash',
      }),
    );
  });

  it('is not read from bytes of something else', () => {
    expect(() => compile(order).decode(Buffer.from('hello'), false)).toThrow(
      expect.objectContaining({ name: 'Unfit' }),
    );
    expect(() => compile(order).decode(Buffer.from('08'.repeat(4), 'hex'), true)).toThrow(
      expect.objectContaining({ name: 'Unfit' }),
    );
  });
});
