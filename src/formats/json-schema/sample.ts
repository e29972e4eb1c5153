import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { type Random, randomText, randomWhole } from '../random/random.ts';

/** Schemas in schemas end here: only what is required is there, lists are as short as they may be. */
const DEEPEST = 5;

/** A value for a JSON Schema: types, bounds, enums, formats, `$ref` in itself, combinations. Patterns are not followed. */
export function sampleJsonSchema(schema: Json, random: Random): Json {
  return new Sampler(schema, random).sample(schema, 0);
}

class Sampler {
  readonly #root: Json;
  readonly #random: Random;

  constructor(root: Json, random: Random) {
    this.#root = root;
    this.#random = random;
  }

  sample(written: Json, depth: number): Json {
    const schema = this.#plain(written, 0);
    if (schema.const !== undefined) return schema.const;
    if (Array.isArray(schema.enum)) return this.#pick(schema.enum as readonly Json[]) ?? null;
    const types = Array.isArray(schema.type)
      ? (schema.type as readonly Json[])
      : [schema.type ?? typeOf(schema)];
    const isDeep = depth >= DEEPEST && types.includes('null');
    switch (isDeep ? 'null' : this.#pick(types)) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#list(schema, depth);
      case 'string':
        return this.#text(schema);
      case 'integer':
        return this.#whole(schema);
      case 'number':
        return this.#whole(schema);
      case 'boolean':
        return this.#random() < 0.5;
      default:
        return null;
    }
  }

  /** Without `$ref` and combinations: one of `oneOf` and `anyOf`, all of `allOf` as one. */
  #plain(schema: Json, steps: number): JsonObject {
    if (!isJsonObject(schema) || steps > 50) return {};
    const { $ref, oneOf, anyOf, allOf, ...own } = schema;
    const parts = [
      typeof $ref === 'string' ? this.#at($ref) : undefined,
      this.#pick(Array.isArray(oneOf) ? oneOf : anyOf),
      ...(Array.isArray(allOf) ? (allOf as readonly Json[]) : []),
    ];
    return parts
      .filter((part) => part !== undefined)
      .map((part) => this.#plain(part, steps + 1))
      .reduce(merge, own);
  }

  #at(reference: string): Json | undefined {
    let found: Json | undefined = this.#root;
    for (const token of reference.replace(/^#/, '').split('/').slice(1)) {
      const key = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
      found = isJsonObject(found) ? found[key] : undefined;
    }
    return found;
  }

  #pick(values: Json | readonly Json[] | undefined): Json | undefined {
    return Array.isArray(values) ? values[randomWhole(this.#random, 0, values.length - 1)] : undefined;
  }

  #object({ properties, required }: JsonObject, depth: number): Json {
    const needed = Array.isArray(required) ? (required as readonly Json[]).map(String) : [];
    const all = isJsonObject(properties) ? properties : {};
    const names = [...new Set([...Object.keys(all), ...needed])];
    const there = depth >= DEEPEST ? needed : names;
    return Object.fromEntries(there.map((name) => [name, this.sample(all[name] ?? {}, depth + 1)]));
  }

  #list({ items, prefixItems, minItems, maxItems }: JsonObject, depth: number): Json {
    const fixed = Array.isArray(prefixItems) ? (prefixItems as readonly Json[]) : [];
    const least = numberOr(minItems, 0);
    const most = depth >= DEEPEST ? least : numberOr(maxItems, Math.max(least, 3));
    const count = Math.max(fixed.length, randomWhole(this.#random, least, most));
    return Array.from({ length: count }, (_, index) => this.sample(fixed[index] ?? items ?? {}, depth + 1));
  }

  #text({ format, minLength, maxLength }: JsonObject): string {
    const made = FORMATS[String(format)]?.(this.#random);
    if (made !== undefined) return made;
    const least = numberOr(minLength, 1);
    return randomText(
      this.#random,
      randomWhole(this.#random, least, numberOr(maxLength, Math.max(least, 12))),
    );
  }

  /** A multiple that lies between the bounds. */
  #whole({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: JsonObject): number {
    const step = numberOr(multipleOf, 1);
    const least = Math.max(
      numberOr(minimum, Number.NEGATIVE_INFINITY),
      numberOr(exclusiveMinimum, Number.NEGATIVE_INFINITY) + step,
    );
    const from = Number.isFinite(least) ? least : Math.min(0, numberOr(maximum, 1000) - 1000);
    const most = Math.min(
      numberOr(maximum, from + 1000),
      numberOr(exclusiveMaximum, Number.POSITIVE_INFINITY) - step,
    );
    return randomWhole(this.#random, Math.ceil(from / step), Math.floor(most / step)) * step;
  }
}

/** What a schema without `type` is about. */
function typeOf(schema: JsonObject): string {
  if ('properties' in schema || 'required' in schema) return 'object';
  return 'items' in schema || 'prefixItems' in schema ? 'array' : 'string';
}

function merge(one: JsonObject, other: JsonObject): JsonObject {
  const required = [one.required, other.required].flatMap((names) =>
    Array.isArray(names) ? (names as readonly Json[]) : [],
  );
  const [mine, theirs] = [one.properties, other.properties].map((map) => (isJsonObject(map) ? map : {}));
  return { ...one, ...other, properties: { ...mine, ...theirs }, required };
}

function numberOr(value: Json | undefined, fallback: number): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : fallback;
}

const SECONDS_OF_2033 = 2_000_000_000;

function isoTime(random: Random): string {
  return new Date(randomWhole(random, 0, SECONDS_OF_2033) * 1000).toISOString();
}

const FORMATS: Readonly<Record<string, (random: Random) => string>> = {
  date: (random) => isoTime(random).slice(0, 10),
  time: (random) => isoTime(random).slice(11),
  'date-time': isoTime,
  email: (random) => `${randomText(random).toLowerCase()}@example.com`,
  hostname: (random) => `${randomText(random).toLowerCase()}.example.com`,
  ipv4: (random) => Array.from({ length: 4 }, () => randomWhole(random, 0, 255)).join('.'),
  uri: (random) => `https://example.com/${randomText(random)}`,
  uuid: (random) => randomText(random, 32, 'hex').replace(/^(.{8}).(.{3}).(.{3})(.{4})/, '$1-4$2-a$3-$4-'),
};
