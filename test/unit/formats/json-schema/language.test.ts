import { describe, expect, it } from 'vitest';
import type { CompiledSchema } from '../../../../src/formats/codec/schema-language.ts';
import { jsonSchemaLanguage } from '../../../../src/formats/json-schema/language.ts';
import { type Json, renderJson } from '../../../../src/model/json.ts';

const compile = (schema: Json): CompiledSchema =>
  jsonSchemaLanguage.compile({ text: renderJson(schema), dependencies: [] }, {}) as CompiledSchema; // nothing in it is asynchronous

describe('JSON with a schema', () => {
  const schema = compile({
    title: 'Order',
    type: 'object',
    properties: { id: { type: 'integer' } },
    required: ['id'],
  });

  it('is written and read exactly', () => {
    const bytes = schema.encode({ id: 9007199254740993n }, true);
    expect(String(bytes)).toBe('{"id":9007199254740993}');
    expect(schema.decode(bytes, true)).toEqual({ id: 9007199254740993n });
    expect(schema.recordName).toBe('Order');
  });

  it('is refused in both directions where the schema does not allow it', () => {
    const message = '.id: Instance type "string" is invalid. Expected "integer"';
    expect(() => schema.encode({ id: 'x' }, true)).toThrow(
      expect.objectContaining({ name: 'Unfit', message }),
    );
    expect(() => schema.decode(Buffer.from('{"id":"x"}'), true)).toThrow(
      expect.objectContaining({ name: 'Unfit', message }),
    );
  });

  it('is judged by the reader, if there is one', () => {
    expect(schema.decode(Buffer.from('{"id":"x"}'), true, compile({ type: 'object' }))).toEqual({ id: 'x' });
  });
});

describe('a sample of a JSON Schema', () => {
  it.each<[string, Json]>([
    [
      'all types',
      {
        type: 'object',
        properties: {
          a: { type: 'string', minLength: 3, maxLength: 5 },
          b: { type: 'integer', minimum: 5, maximum: 7 },
          c: { type: 'number', multipleOf: 0.5, exclusiveMinimum: 0 },
          d: { type: 'boolean' },
          e: { type: 'null' },
          f: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 4 },
        },
        required: ['a', 'b'],
      },
    ],
    [
      'enums and constants',
      { type: 'array', items: { oneOf: [{ enum: ['a', 1, null] }, { const: { x: 1 } }] } },
    ],
    [
      'formats',
      {
        type: 'object',
        properties: Object.fromEntries(
          ['date', 'time', 'date-time', 'email', 'hostname', 'ipv4', 'uri', 'uuid'].map((format) => [
            format,
            { type: 'string', format },
          ]),
        ),
      },
    ],
    [
      'combinations',
      {
        allOf: [
          { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] },
          { properties: { b: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, required: ['b'] },
        ],
      },
    ],
    [
      'a type in itself',
      {
        $ref: '#/$defs/node',
        $defs: {
          node: {
            type: 'object',
            properties: { next: { $ref: '#/$defs/node' }, v: { type: ['integer', 'null'] } },
            required: ['v'],
          },
        },
      },
    ],
    [
      'tuples',
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, maxItems: 2 },
    ],
  ])('is valid: %s', (_, schema) => {
    const compiled = compile(schema);
    for (let seed = 1; seed < 100; seed++) {
      let state = seed;
      const sample = compiled.sample(() => {
        state = (state * 48271) % 2147483647;
        return state / 2147483647;
      });
      expect(() => compiled.encode(sample, false)).not.toThrow();
    }
  });
});
