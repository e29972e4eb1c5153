import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/model/json.ts';
import { compileJsonSchema } from '../../../src/model/validate-json.ts';

const order: Json = {
  type: 'object',
  properties: {
    id: { type: 'integer', minimum: 1 },
    tags: { type: 'array', items: { type: 'string' } },
    customer: { $ref: 'customer.json' },
  },
  required: ['id'],
  additionalProperties: false,
};
const customer = {
  name: 'customer.json',
  schema: { type: 'object', properties: { name: { type: 'string' } } },
};
const violations = compileJsonSchema(order, [customer]);

describe('a JSON Schema', () => {
  it.each<[string, Json, string | undefined]>([
    ['a valid value', { id: 1, tags: ['a'], customer: { name: 'x' } }, undefined],
    ['an integer beyond 2^53', { id: 9007199254740993n }, undefined],
    ['a missing property', {}, ': Instance does not have required property "id"'],
    ['the wrong type', { id: 'x' }, '.id: Instance type "string" is invalid. Expected "integer"'],
    [
      'the wrong type in a list',
      { id: 1, tags: ['a', 1] },
      '.tags[1]: Instance type "number" is invalid. Expected "string"',
    ],
    [
      'the wrong type by reference',
      { id: 1, customer: { name: 1 } },
      '.customer.name: Instance type "number" is invalid. Expected "string"',
    ],
    ['a fraction', { id: 1.5 }, '.id: Instance type "number" is invalid. Expected "integer"'],
    ['null', null, ': Instance type "null" is invalid. Expected "object"'],
  ])('judges %s', (_, value, expected) => {
    const [first] = violations(value);
    expect(first && `${first.path}: ${first.message}`.replace(/^: /, ': ')).toBe(expected);
  });

  it('is not changed by its use', () => {
    const before = JSON.stringify(order);
    violations({ id: 1 });
    expect(JSON.stringify(order)).toBe(before);
  });

  it('says so where a reference leads nowhere', () => {
    expect(compileJsonSchema({ $ref: '#/nope' })(1)[0]?.message).toContain('Unresolved $ref');
  });

  it('may be true or false', () => {
    expect(compileJsonSchema(true)(1)).toEqual([]);
    expect(compileJsonSchema(false)(1)).toHaveLength(1);
  });

  it.each([
    'http://json-schema.org/draft-07/schema#',
    'http://json-schema.org/draft-04/schema#',
    'https://json-schema.org/draft/2020-12/schema',
  ])('may be of %s', ($schema) => {
    const check = compileJsonSchema({
      $schema,
      definitions: { n: { type: 'string' } },
      properties: { a: { $ref: '#/definitions/n' } },
    });
    expect(check({ a: 'x' })).toEqual([]);
    expect(check({ a: 1 })).toHaveLength(1);
  });
});
