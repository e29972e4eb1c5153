import { isJsonObject, type Json, type JsonObject, parseJson } from '../../model/json.ts';
import { notJson } from '../codec/not-json.ts';
import { showKind, showValue } from '../codec/show.ts';
import { Unfit } from '../codec/unfit.ts';
import { parseLogical } from './parse-logical.ts';
import { type AvroField, type AvroType, PRIMITIVES } from './schema.ts';

/** Named types by full name; parsing adds those that it finds. */
export type AvroNames = Map<string, AvroType>;

export interface ParseAvroOptions {
  /** What earlier texts have defined: schemas that this one refers to. */
  readonly names?: AvroNames;
  /** false: every logical type is ignored, so that values are the numbers and bytes underneath. */
  readonly logicalTypes?: boolean | undefined;
}

/** Parses an Avro schema: JSON text, or the bare name of a primitive or known type. @throws Unfit with what is wrong and where */
export function parseAvro(
  text: string,
  { names = new Map(), logicalTypes = true }: ParseAvroOptions = {},
): AvroType {
  return new AvroParser(names, logicalTypes).parse(parseText(text), '', { shown: '', steps: [] });
}

function parseText(text: string): Json {
  if (/^\s*[\w.]+\s*$/.test(text)) return text.trim();
  try {
    return parseJson(text);
  } catch (cause) {
    throw notJson('the Avro schema is not JSON', text, cause);
  }
}

const NAME = /^[A-Za-z_]\w*$/;
const FULL_NAME = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** Where in a schema, for errors. */
interface SchemaPath {
  /** By the names of fields: `.customer.address[1]`. */
  readonly shown: string;
  /** As the JSON of the schema has it. */
  readonly steps: readonly (string | number)[];
}

function below(
  { shown, steps }: SchemaPath,
  more: string,
  ...further: readonly (string | number)[]
): SchemaPath {
  return { shown: `${shown}${more}`, steps: [...steps, ...further] };
}

class AvroParser {
  readonly #names: AvroNames;
  readonly #logicalTypes: boolean;

  constructor(names: AvroNames, logicalTypes: boolean) {
    this.#names = names;
    this.#logicalTypes = logicalTypes;
  }

  parse(schema: Json | undefined, namespace: string, path: SchemaPath): AvroType {
    if (typeof schema === 'string') return this.#byName(schema, namespace, path);
    if (Array.isArray(schema)) return this.#union(schema, namespace, path);
    if (!isJsonObject(schema))
      fail(path, `expected a type, got ${schema === undefined ? 'none' : showKind(schema)}`);
    const { type } = schema;
    switch (type) {
      case 'record':
      case 'error':
        return this.#record(schema, namespace, path);
      case 'enum':
        return this.#enum(schema, namespace, path);
      case 'fixed':
        return this.#fixed(schema, namespace, path);
      case 'array':
        return { kind: 'array', items: this.parse(schema.items, namespace, below(path, '[]', 'items')) };
      case 'map':
        return { kind: 'map', values: this.parse(schema.values, namespace, below(path, '{}', 'values')) };
      default:
        return this.#annotated(schema, namespace, path);
    }
  }

  #byName(name: string, namespace: string, path: SchemaPath): AvroType {
    const primitive = PRIMITIVES.find((kind) => kind === name);
    if (primitive) return { kind: primitive };
    const known = this.#names.get(fullName(name, namespace)) ?? this.#names.get(name);
    if (known) return known;
    fail(path, `unknown type "${name}"`, 'define it before its first use, or list its schema as a reference');
  }

  /** `{ "type": "long", "logicalType": … }`, or a type in braces for no reason. */
  #annotated(schema: JsonObject, namespace: string, path: SchemaPath): AvroType {
    const type = this.parse(schema.type, namespace, below(path, '', 'type'));
    const isPrimitive = PRIMITIVES.some((kind) => kind === type.kind);
    if (!isPrimitive || !this.#logicalTypes) return type;
    return { ...type, logical: parseLogical(type.kind, schema, undefined) } as AvroType; // a primitive, and it may have one
  }

  #union(schemas: readonly Json[], namespace: string, path: SchemaPath): AvroType {
    const branches = schemas.map((schema, index) =>
      this.parse(schema, namespace, below(path, `[${index}]`, index)),
    );
    const seen = new Set<string>();
    for (const branch of branches) {
      if (branch.kind === 'union') fail(path, 'a union directly in a union');
      const name = 'name' in branch ? branch.name : branch.kind;
      if (seen.has(name)) fail(path, `"${name}" twice in a union`);
      seen.add(name);
    }
    return { kind: 'union', branches };
  }

  #record(schema: JsonObject, namespace: string, path: SchemaPath): AvroType {
    const named = nameParts(schema, namespace, path);
    const record: Extract<AvroType, { kind: 'record' }> = { kind: 'record', ...named, fields: [] };
    this.#define(record, path);
    if (!Array.isArray(schema.fields)) fail(path, `record "${named.name}" has no list of fields`);
    const fields = (schema.fields as readonly Json[]).map((field, index) =>
      this.#field(field, namespaceOf(named.name), below(path, '', 'fields', index)),
    );
    const twice = fields.find(
      ({ name }, index) => fields.findIndex((other) => other.name === name) !== index,
    );
    if (twice) fail(path, `field "${twice.name}" twice in record "${named.name}"`);
    record.fields = fields;
    return record;
  }

  #field(field: Json, namespace: string, path: SchemaPath): AvroField {
    if (!isJsonObject(field)) fail(path, `expected a field, got ${showKind(field)}`);
    const { name, type, default: fallback } = field;
    if (typeof name !== 'string' || !NAME.test(name))
      fail(path, `${showValue(name ?? null)} cannot be a field's name`);
    return {
      name,
      aliases: textsOf(field.aliases),
      type: this.parse(type, namespace, below(path, `.${name}`, 'type')),
      default: fallback,
    };
  }

  #enum(schema: JsonObject, namespace: string, path: SchemaPath): AvroType {
    const named = nameParts(schema, namespace, path);
    const symbols = textsOf(schema.symbols);
    if (symbols.length === 0) fail(path, `enum "${named.name}" has no symbols`);
    if (new Set(symbols).size < symbols.length) fail(path, `a symbol twice in enum "${named.name}"`);
    const fallback = schema.default;
    if (fallback !== undefined && !symbols.includes(String(fallback)))
      fail(path, `the default ${showValue(fallback)} is no symbol of enum "${named.name}"`);
    return this.#define(
      { kind: 'enum', ...named, symbols, default: fallback === undefined ? undefined : String(fallback) },
      path,
    );
  }

  #fixed(schema: JsonObject, namespace: string, path: SchemaPath): AvroType {
    const named = nameParts(schema, namespace, path);
    const { size } = schema;
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 0)
      fail(path, `fixed "${named.name}" needs a size, got ${showValue(size ?? null)}`);
    const logical = this.#logicalTypes ? parseLogical('fixed', schema, size) : undefined;
    return this.#define({ kind: 'fixed', ...named, sizeBytes: size, logical }, path);
  }

  #define<T extends Extract<AvroType, { name: string }>>(type: T, path: SchemaPath): T {
    if (this.#names.has(type.name)) fail(path, `"${type.name}" is defined twice`);
    this.#names.set(type.name, type);
    return type;
  }
}

function nameParts(
  schema: JsonObject,
  enclosing: string,
  path: SchemaPath,
): { readonly name: string; readonly aliases: readonly string[] } {
  const { name, namespace } = schema;
  if (typeof name !== 'string' || !FULL_NAME.test(name))
    fail(path, `${showValue(name ?? null)} cannot be the name of a type`);
  const full = fullName(name, typeof namespace === 'string' ? namespace : enclosing);
  return { name: full, aliases: textsOf(schema.aliases).map((alias) => fullName(alias, namespaceOf(full))) };
}

function fullName(name: string, namespace: string): string {
  return name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
}

function namespaceOf(full: string): string {
  return full.includes('.') ? full.slice(0, full.lastIndexOf('.')) : '';
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function fail({ shown, steps }: SchemaPath, message: string, hint?: string): never {
  const place = shown === '' ? '' : ` at ${shown}`;
  throw new Unfit(`Avro schema${place}: ${message}`, hint, { message, at: steps });
}
