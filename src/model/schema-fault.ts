import { didYouMean } from '../base/did-you-mean.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** What a JSON Schema says that means nothing. */
export interface SchemaFault {
  /** The way to it from the schema's root. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string | undefined;
}

const TYPES: readonly Json[] = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/** Keywords whose value is a schema or a list of schemas, and those whose value is a map of them; what others hold is data. */
const HOLD_SCHEMAS: ReadonlySet<string> = new Set([
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'items', 'prefixItems', 'additionalItems'],
  ...['contains', 'propertyNames', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'],
]);
const HOLD_MAPS: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies'],
]);

/** The first type in a schema that is none. https://json-schema.org/draft/2020-12/json-schema-validation#name-type */
export function findSchemaFault(schema: Json): SchemaFault | undefined {
  for (const { schema: one, path } of schemasIn(schema)) {
    const { type = [] } = one;
    const isList = Array.isArray(type);
    for (const [index, name] of (isList ? type : [type]).entries()) {
      if (TYPES.includes(name)) continue;
      const hint = typeof name === 'string' ? didYouMean(name, TYPES as readonly string[]) : undefined;
      return {
        path: [...path, 'type', ...(isList ? [index] : [])],
        message: `${JSON.stringify(name)} is no type of JSON Schema`,
        hint: hint ?? `the types are ${TYPES.join(', ')}`,
      };
    }
  }
  return undefined;
}

/** A schema and all that stand in it, each with the way to it. */
export function* schemasIn(
  schema: Json | undefined,
  path: SchemaFault['path'] = [],
): Generator<{ readonly schema: JsonObject; readonly path: SchemaFault['path'] }> {
  if (Array.isArray(schema))
    for (const [index, one] of schema.entries()) yield* schemasIn(one, [...path, index]);
  if (!isJsonObject(schema)) return;
  yield { schema, path };
  for (const [keyword, value] of Object.entries(schema)) {
    if (HOLD_SCHEMAS.has(keyword)) yield* schemasIn(value, [...path, keyword]);
    if (!HOLD_MAPS.has(keyword) || !isJsonObject(value)) continue;
    for (const [name, one] of Object.entries(value))
      if (isJsonObject(one)) yield* schemasIn(one, [...path, keyword, name]);
  }
}
