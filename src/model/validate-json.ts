import { type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { describeError } from '../base/errors.ts';
import { isJsonObject, type Json } from './json.ts';

/** What a value breaks of a JSON Schema. */
export interface SchemaViolation {
  /** In the value: `.user.tags[2]`; empty for the whole. */
  readonly path: string;
  /** A sentence without full stop. */
  readonly message: string;
}

/** Another schema that `$ref` may name. */
export interface NamedSchema {
  /** A URI, or relative to that of the schema that refers to it. */
  readonly name: string;
  readonly schema: Json;
}

/** What a schema without `$id` is taken to be at, to resolve what is relative. */
const BASE = 'https://flowproof.invalid/schema.json';

/**
 * Makes a check of a JSON Schema of draft 4, 6, 7, 2019-09 or 2020-12 (by its `$schema`, default 2020-12): the violations
 * of a value, none when it is valid. A `$ref` that leads nowhere is a violation of every value that meets it.
 */
export function compileJsonSchema(
  schema: Json,
  references: readonly NamedSchema[] = [],
): (value: Json) => readonly SchemaViolation[] {
  if (typeof schema === 'boolean')
    return () => (schema ? [] : [{ path: '', message: 'nothing is allowed here' }]);
  const own = withId(schema, BASE);
  const validator = new Validator(own as Schema, draftOf(schema)); // checked when it is used: an odd keyword is ignored
  for (const { name, schema: other } of references) {
    const id = new URL(name, String(own.$id)).href;
    const referred = withId(other, id);
    validator.addSchema(referred as Schema);
    if (referred.$id !== id) validator.addSchema(plainNumbers(other) as Schema, id); // by the name that it is referred to
  }
  return (value) => {
    const { errors } = validate(validator, plainNumbers(value));
    return errors.slice(-1).map(({ instanceLocation, error }) => ({
      path: renderPath(instanceLocation),
      message: error.replace(/\.$/, ''),
    }));
  };
}

/** The library throws for references that it does not find. */
function validate(validator: Validator, value: unknown): ReturnType<Validator['validate']> {
  try {
    return validator.validate(value);
  } catch (cause) {
    const [error = ''] = describeError(cause).split(/\.? {2}|\n/);
    const violation = { keyword: '$ref', keywordLocation: '#', instanceLocation: '#', error };
    return { valid: false, errors: [violation] };
  }
}

/** A copy, as the library writes into it; always with `$id`. */
function withId(schema: Json, id: string): Record<string, unknown> {
  const copy = plainNumbers(schema) as Record<string, unknown>;
  const given = copy.$id ?? copy.id;
  return { ...copy, $id: typeof given === 'string' ? new URL(given, BASE).href : id };
}

function draftOf(schema: Json): SchemaDraft {
  const written = isJsonObject(schema) ? String(schema.$schema ?? '') : '';
  if (/draft-0?4/.test(written)) return '4';
  if (/draft-0?[67]/.test(written)) return '7';
  return written.includes('2019-09') ? '2019-09' : '2020-12';
}

/** A copy without `bigint`, which the library does not know: the nearest number is of the same type and size. */
function plainNumbers(value: Json): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainNumbers(one)]));
}

/** `#/user/tags/2` is `.user.tags[2]`. */
function renderPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) =>
      /^\d+$/.test(key) ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
    )
    .join('');
}
