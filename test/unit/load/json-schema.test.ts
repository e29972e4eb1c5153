import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { jsonSchemas } from '../../../src/load/json-schema.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../src/model/json.ts';
import { compileJsonSchema } from '../../../src/model/validate-json.ts';
import { windowRules } from '../../../src/tasks/consume/rules.ts';
import { consumeSpec } from '../../../src/tasks/consume/spec.ts';
import { tasks } from '../../../src/tasks/index.ts';

const schemas = jsonSchemas();

/** Every schema in a schema, with the way to it; what `$defs` hold is there by its own way. */
function* schemasIn(schema: Json, path: string): Generator<readonly [path: string, schema: JsonObject]> {
  if (Array.isArray(schema)) for (const one of schema) yield* schemasIn(one, path);
  if (!isJsonObject(schema)) return;
  yield [path, schema];
  for (const [key, inner] of Object.entries(schema)) {
    if (key === 'default' || key === 'examples' || key === 'enum' || key === 'const') continue;
    if (key !== 'properties' && key !== '$defs') yield* schemasIn(inner, path);
    else if (isJsonObject(inner))
      for (const [name, property] of Object.entries(inner)) yield* schemasIn(property, `${path}.${name}`);
  }
}

describe.each(['scenario', 'config'] as const)('the JSON Schema of a %s file', (kind) => {
  const schema = schemas[kind] as JsonObject;
  const all = [...schemasIn(schema, '')];

  it('describes every property', () => {
    const without = all.flatMap(([path, { properties }]) =>
      Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([name, property]) =>
        isJsonObject(property) && (property.description || property.$ref) ? [] : [`${path}.${name}`],
      ),
    );
    expect(without).toEqual([]);
  });

  it('gives defaults that are allowed in their places', () => {
    const withDefault = all.filter(([, one]) => one.default !== undefined);
    expect(withDefault.length).toBeGreaterThan(15);
    for (const [path, { default: value = null, ...rest }] of withDefault) {
      const violations = compileJsonSchema({ ...rest, $defs: schema.$defs ?? {} })(value);
      expect([path, violations]).toEqual([path, []]);
    }
  });

  it('gives examples that are allowed in their places', () => {
    const withExamples = all.filter(([, one]) => one.examples !== undefined);
    for (const [path, { examples = [], ...rest }] of withExamples)
      for (const example of examples as Json[]) {
        const violations = compileJsonSchema({ ...rest, $defs: schema.$defs ?? {} })(example);
        expect([path, example, violations]).toEqual([path, example, []]);
      }
  });

  it('gives examples', () => {
    const paths = all.filter(([, { examples }]) => examples !== undefined).map(([path]) => path);
    expect(new Set(paths).size).toBeGreaterThan(5);
  });
});

describe('every task kind', () => {
  const found = Object.groupBy([...schemasIn(schemas.scenario as JsonObject, '')], ([path]) => path);

  it.each(Object.entries(tasks))(
    '%s has examples, in the schema and right to the loader',
    (kind, { examples, spec }) => {
      expect(found[`.tasks.${kind}`]?.map(([, one]) => one.examples)).toContainEqual(examples);
      for (const example of examples)
        expect((spec as z.ZodType).safeParse(example).error?.issues).toBeUndefined();
    },
  );
});

it('has an example of each form of a condition, and of each rule of a consume task', () => {
  const written = new Map(
    [...schemasIn(schemas.scenario as JsonObject, '')].flatMap(([, { description, examples }]) =>
      description === undefined || examples === undefined ? [] : [[description, examples]],
    ),
  );
  const named = [
    'a jq predicate: every output must be true',
    'a check in full',
    'one jq path: equality with a value, or a map of operators',
    'at least one holds',
    'all hold',
    'does not hold',
    'it is valid by a JSON Schema',
    'all of them must hold for a record to match',
    'when the task ends',
    'by when the awaited records must be there',
    'about the whole; judged when the task ends',
    'how the bytes of keys or values are written and read; default auto',
  ];
  expect(named.filter((description) => !written.has(description))).toEqual([]);
});

it('says what a choice, a duration, a number and a text default to, and of prose nothing', () => {
  const found = new Map(
    [...schemasIn(schemas.scenario as JsonObject, '')].toReversed(), // of what may stand in a place, the place itself is first
  );
  const defaultOf = (path: string): Json | undefined => found.get(path)?.default;
  expect(defaultOf('.timeout')).toBe('5m');
  expect(defaultOf('.tasks.produce.acks')).toBe('all');
  expect(defaultOf('.tasks.csv.delimiter')).toBe(',');
  expect(defaultOf('.tasks.csv.header')).toBe(true);
  expect(defaultOf('.tasks.compare.tolerance')).toBe(0);
  expect(defaultOf('.tasks.consume.from')).toBe('scenario-start');
  expect(defaultOf('.suite')).toBeUndefined();
  expect(defaultOf('.tasks.consume.fail.after')).toBeUndefined(); // it depends on `stop`
});

it('is right about the window of a consume task', () => {
  const rules = (spec: object): object =>
    windowRules(consumeSpec.parse({ topic: 't', ...spec }) as Parameters<typeof windowRules>[0], {
      startedAtMs: 0,
      sinceMs: 0,
    });
  const found = new Map(schemasIn(schemas.scenario as JsonObject, ''));
  const settle = found.get('.tasks.consume.stop.settle')?.default;
  const atEnd = found.get('.tasks.consume.stop.atEnd')?.default;
  expect(rules({ expect: { count: 2 }, stop: { settle, atEnd } })).toEqual(rules({ expect: { count: 2 } }));
});
