import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedRegistry } from '../../../src/registry/embedded-registry.ts';

let registry: EmbeddedRegistry;
beforeEach(async () => {
  registry = await EmbeddedRegistry.start();
});
afterEach(() => registry[Symbol.asyncDispose]());

/** `GET /subjects` → `200 [...]`. */
async function ask(method: string, path: string, body?: unknown): Promise<[number, unknown]> {
  const response = await fetch(`${registry.url}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/vnd.schemaregistry.v1+json' },
        }),
  });
  return [response.status, await response.json()];
}

const avro = (fields: unknown, extra: object = {}): object => ({
  schema: JSON.stringify({ type: 'record', name: 'A', namespace: 't', fields, ...extra }),
});
const idOnly = avro([{ name: 'id', type: 'long' }]);
const withName = avro([
  { name: 'id', type: 'long' },
  { name: 'name', type: 'string', default: '' },
]);
const asText = avro([{ name: 'id', type: 'string' }]);
const refused = (code: number, message?: string): unknown => [
  Number(String(code).slice(0, 3)),
  {
    error_code: code,
    message: message === undefined ? expect.any(String) : expect.stringContaining(message),
  },
];

describe('the embedded schema registry', () => {
  it('registers schemas, the same one once, and finds them by id, version and text', async () => {
    expect(await ask('POST', '/subjects/s-value/versions', idOnly)).toEqual([
      200,
      expect.objectContaining({ id: 1, version: 1 }),
    ]);
    expect(await ask('POST', '/subjects/s-value/versions', idOnly)).toEqual([
      200,
      expect.objectContaining({ id: 1, version: 1 }),
    ]);
    expect(await ask('POST', '/subjects/other/versions', idOnly)).toEqual([
      200,
      expect.objectContaining({ id: 1 }),
    ]);
    expect(await ask('POST', '/subjects/s-value/versions', withName)).toEqual([
      200,
      expect.objectContaining({ id: 2, version: 2 }),
    ]);
    expect(await ask('GET', '/subjects')).toEqual([200, ['other', 's-value']]);
    expect(await ask('GET', '/subjects/s-value/versions')).toEqual([200, [1, 2]]);
    expect(await ask('GET', '/subjects/s-value/versions/latest')).toEqual([
      200,
      expect.objectContaining({ subject: 's-value', version: 2, id: 2 }),
    ]);
    expect(await ask('GET', '/schemas/ids/1')).toEqual([200, expect.objectContaining(idOnly)]);
    expect(await ask('GET', '/schemas/ids/1/schema')).toEqual([
      200,
      JSON.parse((idOnly as { schema: string }).schema),
    ]);
    expect(await ask('GET', '/schemas/ids/1/versions')).toEqual([
      200,
      [
        { subject: 's-value', version: 1 },
        { subject: 'other', version: 1 },
      ],
    ]);
    expect(await ask('POST', '/subjects/s-value', idOnly)).toEqual([
      200,
      expect.objectContaining({ subject: 's-value', version: 1, id: 1 }),
    ]);
    expect(await ask('GET', '/schemas/types')).toEqual([200, ['JSON', 'PROTOBUF', 'AVRO']]);
  });

  it('takes a schema for the same whatever its white space and order of keys', async () => {
    await ask('POST', '/subjects/s/versions', idOnly);
    const other = {
      schema:
        '{ "namespace": "t", "name": "A", "fields": [{"type": {"type": "long"}, "name": "id"}], "type": "record" }',
    };
    expect(await ask('POST', '/subjects/s', other)).toEqual([200, expect.objectContaining({ id: 1 })]);
  });

  it("knows its own errors by Confluent's codes", async () => {
    await ask('POST', '/subjects/s/versions', idOnly);
    expect(await ask('GET', '/subjects/nope/versions')).toEqual(refused(40401, "Subject 'nope' not found."));
    expect(await ask('GET', '/subjects/s/versions/9')).toEqual(refused(40402, 'Version 9 not found.'));
    expect(await ask('GET', '/schemas/ids/99')).toEqual(refused(40403, 'Schema 99 not found'));
    expect(await ask('POST', '/subjects/s', withName)).toEqual(refused(40403, 'Schema not found'));
    expect(await ask('GET', '/subjects/s/versions/x')).toEqual(refused(42202));
    expect(await ask('GET', '/subjects/s/versions/0')).toEqual(refused(42202));
    expect(await ask('POST', '/subjects/s/versions', { schema: '{"type":"nope"}' })).toEqual(
      refused(42201, 'unknown type "nope"'),
    );
    expect(await ask('POST', '/subjects/s/versions', { schema: '{', schemaType: 'JSON' })).toEqual(
      refused(42201),
    );
    expect(await ask('POST', '/subjects/s/versions', { schema: 'messag', schemaType: 'PROTOBUF' })).toEqual(
      refused(42201),
    );
    expect(await ask('PUT', '/config', { compatibility: 'SIDEWAYS' })).toEqual(refused(42203));
    expect(await ask('PUT', '/mode', { mode: 'SLEEP' })).toEqual(refused(42204));
    expect(await ask('GET', '/config/s')).toEqual(refused(40408));
    expect(await ask('GET', '/nowhere')).toEqual(refused(404));
    expect(await ask('PUT', '/subjects', {})).toEqual(refused(405));
  });

  it.each<[string, object, object, boolean]>([
    ['BACKWARD', idOnly, withName, true],
    ['BACKWARD', withName, idOnly, true],
    ['BACKWARD', idOnly, asText, false],
    [
      'FORWARD',
      idOnly,
      avro([
        { name: 'id', type: 'long' },
        { name: 'x', type: 'int' },
      ]),
      true,
    ],
    [
      'FORWARD',
      avro([
        { name: 'id', type: 'long' },
        { name: 'x', type: 'int' },
      ]),
      idOnly,
      false,
    ],
    [
      'FULL',
      idOnly,
      avro([
        { name: 'id', type: 'long' },
        { name: 'x', type: 'int' },
      ]),
      false,
    ],
    ['NONE', idOnly, asText, true],
  ])('judges by the level %s', async (level, earlier, later, isCompatible) => {
    await ask('POST', '/subjects/s/versions', earlier);
    expect(await ask('PUT', '/config/s', { compatibility: level })).toEqual([200, { compatibility: level }]);
    expect(await ask('GET', '/config/s')).toEqual([200, { compatibilityLevel: level }]);
    expect(await ask('POST', '/compatibility/subjects/s/versions/latest', later)).toEqual([
      200,
      { is_compatible: isCompatible },
    ]);
    const [status] = await ask('POST', '/subjects/s/versions', later);
    expect(status).toBe(isCompatible ? 200 : 409);
  });

  it('says what is in the way of a schema', async () => {
    await ask('POST', '/subjects/s/versions', idOnly);
    const required = avro([
      { name: 'id', type: 'long' },
      { name: 'x', type: 'int' },
    ]);
    expect(await ask('POST', '/subjects/s/versions', required)).toEqual(
      refused(409, 'READER_FIELD_MISSING_DEFAULT_VALUE'),
    );
    const [, verbose] = await ask('POST', '/compatibility/subjects/s/versions/latest?verbose=true', required);
    expect(verbose).toEqual({
      is_compatible: false,
      messages: expect.arrayContaining([expect.stringContaining("The field 'x' at path '/fields/1'")]),
    });
  });

  it('looks at all earlier versions when the level is transitive', async () => {
    await ask('POST', '/subjects/s/versions', avro([{ name: 'a', type: 'int', default: 0 }]));
    await ask('PUT', '/config/s', { compatibility: 'NONE' });
    await ask('POST', '/subjects/s/versions', avro([{ name: 'b', type: 'string', default: '' }]));
    const later = avro([{ name: 'a', type: 'string', default: '' }]);
    await ask('PUT', '/config/s', { compatibility: 'BACKWARD' });
    expect(await ask('POST', '/compatibility/subjects/s/versions', later)).toEqual([
      200,
      { is_compatible: true },
    ]);
    await ask('PUT', '/config/s', { compatibility: 'BACKWARD_TRANSITIVE' });
    expect(await ask('POST', '/compatibility/subjects/s/versions', later)).toEqual([
      200,
      { is_compatible: false },
    ]);
  });

  it('deletes softly, then for good', async () => {
    await ask('POST', '/subjects/s/versions', idOnly);
    await ask('POST', '/subjects/s/versions', withName);
    expect(await ask('DELETE', '/subjects/s/versions/1?permanent=true')).toEqual(refused(40407));
    expect(await ask('DELETE', '/subjects/s/versions/1')).toEqual([200, 1]);
    expect(await ask('DELETE', '/subjects/s/versions/1')).toEqual(refused(40406));
    expect(await ask('GET', '/subjects/s/versions/1')).toEqual(refused(40402));
    expect(await ask('GET', '/subjects/s/versions/1?deleted=true')).toEqual([
      200,
      expect.objectContaining({ id: 1 }),
    ]);
    expect(await ask('GET', '/schemas/ids/1')).toEqual([200, expect.anything()]);
    expect(await ask('DELETE', '/subjects/s/versions/1?permanent=true')).toEqual([200, 1]);
    expect(await ask('GET', '/schemas/ids/1')).toEqual(refused(40403));
    expect(await ask('DELETE', '/subjects/s?permanent=true')).toEqual(refused(40405));
    expect(await ask('DELETE', '/subjects/s')).toEqual([200, [2]]);
    expect(await ask('DELETE', '/subjects/s')).toEqual(refused(40404));
    expect(await ask('GET', '/subjects')).toEqual([200, []]);
    expect(await ask('GET', '/subjects?deleted=true')).toEqual([200, ['s']]);
    expect(await ask('DELETE', '/subjects/s?permanent=true')).toEqual([200, [2]]);
    expect(await ask('DELETE', '/subjects/s')).toEqual(refused(40401));
  });

  it('gives the next version its number after a deletion, and a schema its old id back', async () => {
    await ask('POST', '/subjects/s/versions', idOnly);
    await ask('DELETE', '/subjects/s/versions/1');
    expect(await ask('POST', '/subjects/s/versions', idOnly)).toEqual([
      200,
      expect.objectContaining({ id: 1, version: 2 }),
    ]);
  });

  it('resolves references, and keeps what is referred to', async () => {
    await ask('POST', '/subjects/plan/versions', {
      schema: '{"type":"enum","name":"t.Plan","symbols":["FREE"]}',
    });
    const user = {
      schema: '{"type":"record","name":"t.User","fields":[{"name":"plan","type":"t.Plan"}]}',
      references: [{ name: 't.Plan', subject: 'plan', version: 1 }],
    };
    expect(await ask('POST', '/subjects/user/versions', user)).toEqual([
      200,
      expect.objectContaining({ id: 2 }),
    ]);
    expect(await ask('GET', '/schemas/ids/2')).toEqual([
      200,
      expect.objectContaining({ references: user.references }),
    ]);
    expect(await ask('GET', '/subjects/plan/versions/1/referencedby')).toEqual([200, [2]]);
    expect(await ask('DELETE', '/subjects/plan/versions/1')).toEqual(refused(42206));
    expect(
      await ask('POST', '/subjects/x/versions', {
        ...user,
        references: [{ name: 't.Plan', subject: 'plan', version: 7 }],
      }),
    ).toEqual(refused(42201));
  });

  it('keeps contexts apart', async () => {
    await ask('POST', '/subjects/:.staging:s/versions', withName);
    expect(await ask('POST', '/subjects/s/versions', idOnly)).toEqual([
      200,
      expect.objectContaining({ id: 1 }),
    ]);
    expect(await ask('GET', '/contexts')).toEqual([200, ['.', '.staging']]);
    expect(await ask('GET', '/subjects')).toEqual([200, [':.staging:s', 's']]);
    expect(await ask('GET', '/contexts/.staging/subjects/s/versions/1')).toEqual([
      200,
      expect.objectContaining({ ...withName, subject: ':.staging:s' }),
    ]);
    expect(await ask('GET', '/schemas/ids/1?subject=:.staging:s')).toEqual([
      200,
      expect.objectContaining(withName),
    ]);
  });

  it('obeys its modes', async () => {
    await ask('PUT', '/mode/s', { mode: 'READONLY' });
    expect(await ask('GET', '/mode/s')).toEqual([200, { mode: 'READONLY' }]);
    expect(await ask('POST', '/subjects/s/versions', idOnly)).toEqual(refused(42205, 'read-only'));
    expect(await ask('POST', '/subjects/t/versions', { ...idOnly, id: 50 })).toEqual(
      refused(42205, 'not in import mode'),
    );
    await ask('PUT', '/mode/t', { mode: 'IMPORT' });
    expect(await ask('POST', '/subjects/t/versions', { ...idOnly, id: 50, version: 7 })).toEqual([
      200,
      expect.objectContaining({ id: 50, version: 7 }),
    ]);
    expect(await ask('POST', '/subjects/u/versions', withName)).toEqual([
      200,
      expect.objectContaining({ id: 51, version: 1 }),
    ]);
  });

  it('answers a body that is none, and lives on', async () => {
    const response = await fetch(`${registry.url}/subjects/s/versions`, { method: 'POST', body: '{' });
    expect([response.status, await response.json()]).toEqual([
      400,
      { error_code: 400, message: expect.any(String) },
    ]);
    expect(await ask('GET', '/subjects')).toEqual([200, []]);
  });

  it('says so when its port is taken', async () => {
    await expect(EmbeddedRegistry.start({ port: registry.port })).rejects.toMatchObject({
      code: 'SCHEMA_REGISTRY_PORT_TAKEN',
    });
  });
});

const jsonSchema = (schema: unknown): object => ({ schemaType: 'JSON', schema: JSON.stringify(schema) });
const closed = { type: 'object', properties: { a: { type: 'integer' } }, additionalProperties: false };

describe('compatibility of JSON Schemas, BACKWARD', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['a wider type', closed, { ...closed, properties: { a: { type: 'number' } } }, true],
    ['a narrower type', { ...closed, properties: { a: { type: 'number' } } }, closed, false],
    [
      'a new property in a closed object',
      closed,
      { ...closed, properties: { ...closed.properties, b: { type: 'string' } } },
      true,
    ],
    [
      'a new property in an open object',
      { type: 'object' },
      { type: 'object', properties: { b: { type: 'string' } } },
      false,
    ],
    [
      'a property removed from a closed object',
      closed,
      { type: 'object', properties: {}, additionalProperties: false },
      false,
    ],
    [
      'a property removed from an open object',
      { type: 'object', properties: { b: { type: 'string' } } },
      { type: 'object' },
      true,
    ],
    ['a new required property', closed, { ...closed, required: ['a'] }, false],
    [
      'a new required property with a default',
      closed,
      { ...closed, properties: { a: { type: 'integer', default: 1 } }, required: ['a'] },
      true,
    ],
    ['a value less in an enum', { enum: [1, 2] }, { enum: [1] }, false],
    ['a value more in an enum', { enum: [1] }, { enum: [1, 2] }, true],
    ['a longer least length', { type: 'string', minLength: 1 }, { type: 'string', minLength: 2 }, false],
    ['a shorter least length', { type: 'string', minLength: 2 }, { type: 'string', minLength: 1 }, true],
    [
      'an option more in oneOf',
      { oneOf: [{ type: 'string' }] },
      { oneOf: [{ type: 'string' }, { type: 'null' }] },
      true,
    ],
    [
      'an option less in oneOf',
      { oneOf: [{ type: 'string' }, { type: 'null' }] },
      { oneOf: [{ type: 'string' }] },
      false,
    ],
    [
      'a type in itself',
      {
        $ref: '#/definitions/n',
        definitions: { n: { type: 'object', properties: { n: { $ref: '#/definitions/n' } } } },
      },
      {
        $ref: '#/definitions/n',
        definitions: { n: { type: 'object', properties: { n: { $ref: '#/definitions/n' } } } },
      },
      true,
    ],
  ])('%s', async (_, earlier, later, isCompatible) => {
    expect((await ask('POST', '/subjects/s/versions', jsonSchema(earlier)))[0]).toBe(200);
    expect(await ask('POST', '/compatibility/subjects/s/versions/latest', jsonSchema(later))).toEqual([
      200,
      { is_compatible: isCompatible },
    ]);
  });
});

const proto = (body: string, head = 'package p;'): object => ({
  schemaType: 'PROTOBUF',
  schema: `syntax = "proto3"; ${head} ${body}`,
});

describe('compatibility of Protobuf, BACKWARD', () => {
  it.each<[string, object, object, boolean]>([
    [
      'a new field',
      proto('message A { int32 a = 1; }'),
      proto('message A { int32 a = 1; string b = 2; }'),
      true,
    ],
    [
      'a field that goes',
      proto('message A { int32 a = 1; string b = 2; }'),
      proto('message A { int32 a = 1; }'),
      true,
    ],
    ['a field renamed', proto('message A { int32 a = 1; }'), proto('message A { int32 b = 1; }'), true],
    ['int32 to int64', proto('message A { int32 a = 1; }'), proto('message A { int64 a = 1; }'), true],
    ['int32 to sint32', proto('message A { int32 a = 1; }'), proto('message A { sint32 a = 1; }'), false],
    ['a number to text', proto('message A { int32 a = 1; }'), proto('message A { string a = 1; }'), false],
    ['another package', proto('message A {}'), proto('message A {}', 'package q;'), false],
    ['a message that goes', proto('message A {} message B {}'), proto('message A {}'), false],
    [
      'a field that leaves a oneof',
      proto('message A { oneof o { int32 a = 1; int32 b = 2; } }'),
      proto('message A { oneof o { int32 a = 1; } }'),
      false,
    ],
    [
      'two fields that enter a oneof',
      proto('message A { int32 a = 1; int32 b = 2; }'),
      proto('message A { oneof o { int32 a = 1; int32 b = 2; } }'),
      false,
    ],
    [
      'repeated numbers on one side',
      proto('message A { int32 a = 1; }'),
      proto('message A { repeated int32 a = 1; }'),
      false,
    ],
  ])('%s', async (_, earlier, later, isCompatible) => {
    expect((await ask('POST', '/subjects/s/versions', earlier))[0]).toBe(200);
    expect(await ask('POST', '/compatibility/subjects/s/versions/latest', later)).toEqual([
      200,
      { is_compatible: isCompatible },
    ]);
  });

  it('takes a descriptor for the same schema as its text, and hands out either', async () => {
    await ask(
      'POST',
      '/subjects/s/versions',
      proto('message A { map<string, int64> m = 1; optional int32 o = 2; }'),
    );
    const [, serialized] = await ask('GET', '/schemas/ids/1?format=serialized');
    const given = { schemaType: 'PROTOBUF', schema: (serialized as { schema: string }).schema };
    expect(given.schema).toMatch(/^[\w+/=]+$/);
    expect(await ask('POST', '/subjects/s', given)).toEqual([200, expect.objectContaining({ id: 1 })]);
    await ask('POST', '/subjects/:.x:s/versions', given);
    const [, text] = await ask('GET', '/schemas/ids/1?subject=:.x:');
    expect((text as { schema: string }).schema).toContain('map<string, int64> m = 1;');
    expect(
      await ask('POST', '/subjects/s', {
        schemaType: 'PROTOBUF',
        schema: (text as { schema: string }).schema,
      }),
    ).toEqual([200, expect.objectContaining({ id: 1 })]);
  });
});
