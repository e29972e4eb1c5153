import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { jsonSchemas } from '../../../src/load/json-schema.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../src/model/json.ts';
import { readExamples, runExample } from '../../support/docs-example.ts';

const { scenario: schema } = jsonSchemas();
const examples = ['tasks.md', 'scenarios.md', 'formats.md']
  .map((page) => readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8'))
  .flatMap(readExamples);

/** A value with the defaults of its schema written out, in the maps that it has. */
function withDefaults(value: Json, of: Json | undefined): Json {
  const branches = branchesOf(of);
  if (Array.isArray(value))
    return value.map((one) => withDefaults(one, branches.find(({ items }) => items)?.items));
  if (!isJsonObject(value)) return value;
  const chosen = branches.find(
    ({ properties }) =>
      isJsonObject(properties) && Object.keys(value).every((key) => Object.hasOwn(properties, key)),
  );
  const properties = (chosen?.properties ?? {}) as JsonObject;
  const given = Object.entries(value).map(([key, inner]) => [key, withDefaults(inner, properties[key])]);
  const added = Object.entries(properties).flatMap(([key, property]) =>
    isJsonObject(property) && property.default !== undefined && !(key in value)
      ? [[key, property.default]]
      : [],
  );
  return Object.fromEntries([...given, ...added]) as Json;
}

function branchesOf(of: Json | undefined): readonly JsonObject[] {
  if (!isJsonObject(of)) return [];
  const more = [...((of.anyOf ?? []) as Json[]), ...((of.oneOf ?? []) as Json[])];
  return [of, ...more.flatMap(branchesOf)];
}

/** Kinds, as conditions have forms of their own. */
function writeOut(scenario: string): string {
  const { tasks, ...rest } = parse(scenario, { intAsBigInt: true }) as JsonObject & {
    readonly tasks: JsonObject;
  };
  const { properties = {} } = schema as JsonObject & { readonly properties?: JsonObject };
  const kinds = (properties.tasks as { additionalProperties: { properties: JsonObject } })
    .additionalProperties.properties;
  const written = Object.entries(tasks).map(([id, task]) => [
    id,
    Object.fromEntries(
      Object.entries(task as JsonObject).map(([key, value]) => [
        key,
        ['if', 'checks'].includes(key) ? value : withDefaults(value, kinds[key]),
      ]),
    ),
  ]);
  return stringify({ ...rest, tasks: Object.fromEntries(written) });
}

it.each(examples.filter(({ fails }) => fails === undefined))(
  'the defaults of the JSON Schema change nothing when they are written out: "$name"',
  async (example) => {
    const written = writeOut(example.files['example.scenario.yaml'] ?? '');
    expect(written.length).toBeGreaterThan(0);
    const { scenarios, exitCode } = await runExample({
      ...example,
      files: { ...example.files, 'example.scenario.yaml': written },
    });
    const wrong = scenarios.flatMap(({ tasks }) => tasks).filter(({ status }) => /failed|error/.test(status));
    expect(wrong.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
    expect(exitCode).toBe(0);
  },
);
