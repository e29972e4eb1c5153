import { isJsonObject, type Json, type JsonObject, renderJson } from '../../model/json.ts';
import { boundObstacles } from './json-bounds.ts';

/** Two schemas that are being compared, and where. Both are dereferenced objects. */
interface Pair {
  readonly reader: JsonObject;
  readonly writer: JsonObject;
  /** JSON pointer of the reader's schema. */
  readonly path: string;
}

/** What goes along: the roots, for `$ref`, and the pairs that are being judged further out. */
interface Walk {
  readonly readerRoot: Json;
  readonly writerRoot: Json;
  readonly visited: Set<string>;
}

/**
 * What lets a value that one schema allowed (the writer's) fail by another (the reader's), by the rules of Confluent's
 * JSON Schema comparison; empty when nothing does. A property that is new in an open content model counts: records may
 * hold it with any type.
 */
export function jsonObstacles(reader: Json, writer: Json): readonly string[] {
  return compare(
    { reader, writer, path: '#' },
    { readerRoot: reader, writerRoot: writer, visited: new Set() },
  );
}

function compare(
  { reader, writer, path }: { readonly reader: Json; readonly writer: Json; readonly path: string },
  walk: Walk,
): readonly string[] {
  const seenBy = dereference(reader, walk.readerRoot);
  const written = dereference(writer, walk.writerRoot);
  if (seenBy === undefined || allowsAll(seenBy) || written === false) return [];
  if (seenBy === false || written === undefined || !isJsonObject(seenBy))
    return [obstacle('TYPE_CHANGED', path, 'the new schema allows nothing here')];
  const pair = { reader: seenBy, writer: isJsonObject(written) ? written : {}, path };
  const key = `${renderJson(pair.reader)}\n${renderJson(pair.writer)}`;
  if (walk.visited.has(key)) return [];
  walk.visited.add(key);
  const combined = compareCombined(pair, walk);
  if (combined) return combined;
  return [
    ...compareTypes(pair),
    ...compareValues(pair),
    ...boundObstacles(pair).map(([type, why]) => obstacle(type, path, why)),
    ...compareProperties(pair, walk),
    ...compareRequired(pair),
    ...compareItems(pair, walk),
  ];
}

function allowsAll(schema: Json): boolean {
  return (
    schema === true || (isJsonObject(schema) && Object.keys(schema).every((key) => ANNOTATIONS.has(key)))
  );
}

const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  '$schema',
  '$id',
  '$comment',
  'default',
  'examples',
  'definitions',
  '$defs',
]);
const MOST_REFERENCES = 100;

/** Follows `#…` references; undefined when one leads nowhere or outside. */
function dereference(schema: Json, root: Json): Json | undefined {
  let found: Json | undefined = schema;
  for (let count = 0; isJsonObject(found) && typeof found.$ref === 'string'; count++) {
    if (!found.$ref.startsWith('#') || count > MOST_REFERENCES) return undefined;
    found = atPointer(root, found.$ref.slice(1));
  }
  return found;
}

function atPointer(root: Json, pointer: string): Json | undefined {
  let found: Json | undefined = root;
  for (const token of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    found = Array.isArray(found) ? found[Number(key)] : isJsonObject(found) ? found[key] : undefined;
  }
  return found;
}

/** With `oneOf`, `anyOf` or `allOf` on either side; undefined when there is none. */
function compareCombined({ reader, writer, path }: Pair, walk: Walk): readonly string[] | undefined {
  const fits = (one: Json, other: Json): boolean =>
    compare({ reader: one, writer: other, path }, { ...walk, visited: new Set(walk.visited) }).length === 0;
  const readerSum = sumOf(reader);
  const writerSum = sumOf(writer);
  if (writerSum) {
    const lost = writerSum.filter(
      (branch) => !(readerSum ?? [reader]).some((option) => fits(option, branch)),
    );
    return lost.length === 0
      ? []
      : [
          obstacle(
            'COMBINED_TYPE_SUBSCHEMAS_CHANGED',
            path,
            `a subschema that was allowed before no longer is: ${renderJson(lost[0] ?? null)}`,
          ),
        ];
  }
  if (readerSum)
    return readerSum.some((option) => fits(option, writer))
      ? []
      : [obstacle('SUM_TYPE_NARROWED', path, 'no subschema allows what was allowed before')];
  const readerAll = listOf(reader.allOf);
  const writerAll = listOf(writer.allOf);
  if (!readerAll && !writerAll) return undefined;
  const unmet = (readerAll ?? [reader]).filter(
    (one) => !(writerAll ?? [writer]).some((other) => fits(one, other)),
  );
  return unmet.length === 0
    ? []
    : [obstacle('PRODUCT_TYPE_EXTENDED', path, `a new condition: ${renderJson(unmet[0] ?? null)}`)];
}

function sumOf(schema: JsonObject): readonly Json[] | undefined {
  return listOf(schema.oneOf) ?? listOf(schema.anyOf);
}

function listOf(value: Json | undefined): readonly Json[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

const ALL_TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string'];

function typesOf({ type }: JsonObject): readonly string[] {
  if (type === undefined) return ALL_TYPES;
  return (Array.isArray(type) ? type : [type]).map(String);
}

function compareTypes({ reader, writer, path }: Pair): readonly string[] {
  const allowed = typesOf(reader);
  const lost = typesOf(writer).filter(
    (type) => !allowed.includes(type) && !(type === 'integer' && allowed.includes('number')),
  );
  return lost.length === 0
    ? []
    : [obstacle('TYPE_CHANGED', path, `the type ${lost.join(', ')} was allowed before`)];
}

function compareValues({ reader, writer, path }: Pair): readonly string[] {
  const allowed = valuesOf(reader);
  if (!allowed) return [];
  const written = valuesOf(writer);
  const lost = written?.filter((value) => !allowed.includes(value));
  if (lost?.length === 0) return [];
  return [
    obstacle(
      'ENUM_ARRAY_NARROWED',
      path,
      lost ? `no longer allowed: ${lost.join(', ')}` : 'only certain values are allowed now',
    ),
  ];
}

/** The JSON texts of `enum` or `const`. */
function valuesOf(schema: JsonObject): readonly string[] | undefined {
  if (schema.const !== undefined) return [renderJson(schema.const)];
  return listOf(schema.enum)?.map((value) => renderJson(value));
}

function compareProperties({ reader, writer, path }: Pair, walk: Walk): readonly string[] {
  const seenBy = objectOf(reader.properties);
  const written = objectOf(writer.properties);
  const added = Object.keys(seenBy).filter((name) => !(name in written));
  const removed = Object.keys(written).filter((name) => !(name in seenBy));
  const shared = Object.keys(seenBy).filter((name) => name in written);
  const at = (name: string): string => `${path}/properties/${name}`;
  const between = (name: string, one: Json | undefined, other: Json | undefined): readonly string[] =>
    compare({ reader: one ?? true, writer: other ?? true, path: at(name) }, walk);
  return [
    ...shared.flatMap((name) => between(name, seenBy[name], written[name])),
    ...added.flatMap((name) => {
      if (writer.additionalProperties === false) return [];
      const isFine = between(name, seenBy[name], writer.additionalProperties).length === 0;
      return isFine
        ? []
        : [
            obstacle(
              'PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL',
              at(name),
              'records may hold this property with any type',
            ),
          ];
    }),
    ...removed.flatMap((name) => {
      const isFine = between(name, reader.additionalProperties, written[name]).length === 0;
      return isFine
        ? []
        : [
            obstacle(
              'PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL',
              at(name),
              'records may hold this property',
            ),
          ];
    }),
    ...compareAdditional({ reader, writer, path }, walk),
  ];
}

function compareAdditional({ reader, writer, path }: Pair, walk: Walk): readonly string[] {
  const isClosedAlready = writer.additionalProperties === false || reader.additionalProperties === undefined;
  if (isClosedAlready) return [];
  const found = compare(
    {
      reader: reader.additionalProperties ?? true,
      writer: writer.additionalProperties ?? true,
      path: `${path}/additionalProperties`,
    },
    walk,
  );
  return found.length === 0
    ? []
    : [obstacle('ADDITIONAL_PROPERTIES_NARROWED', path, 'fewer other properties are allowed')];
}

function compareRequired({ reader, writer, path }: Pair): readonly string[] {
  const before = listOf(writer.required) ?? [];
  const properties = objectOf(reader.properties);
  return (listOf(reader.required) ?? [])
    .filter((name) => !before.includes(name))
    .filter((name) => objectOf(properties[String(name)]).default === undefined)
    .map((name) =>
      obstacle('REQUIRED_ATTRIBUTE_ADDED', `${path}/required`, `"${String(name)}" is required now`),
    );
}

function compareItems({ reader, writer, path }: Pair, walk: Walk): readonly string[] {
  const { items } = reader;
  if (items === undefined || Array.isArray(items) || Array.isArray(writer.items)) return [];
  return compare({ reader: items, writer: writer.items ?? true, path: `${path}/items` }, walk);
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function obstacle(errorType: string, path: string, why: string): string {
  return `{errorType:"${errorType}", description:"The keyword at path '${path}' in the new schema does not get along with the old schema: ${why}"}`;
}
