import { type AvroRecord, type AvroType, nameOf, shortName } from '../../formats/avro/schema.ts';

/** What a writer's type may also be read as. */
const PROMOTIONS: Readonly<Record<string, readonly string[]>> = {
  int: ['long', 'float', 'double'],
  long: ['float', 'double'],
  float: ['double'],
  string: ['bytes'],
  bytes: ['string'],
};

/** A pair of types that is being compared, and where in the reader's schema. */
interface Pair {
  readonly reader: AvroType;
  readonly writer: AvroType;
  readonly path: string;
}

/**
 * Why a reader's schema cannot read all that a writer's may write, by the rules of Avro's SchemaCompatibility, worded and
 * named as that does; empty when it can.
 */
export function avroObstacles(reader: AvroType, writer: AvroType): readonly string[] {
  return compare({ reader, writer, path: '/' }, new Map());
}

type Visited = Map<AvroType, Set<AvroType>>;

function compare(pair: Pair, visited: Visited): readonly string[] {
  const { reader, writer } = pair;
  const seen = visited.get(reader) ?? new Set();
  if (reader.kind === 'record' && seen.has(writer)) return []; // a type in itself: judged further out
  visited.set(reader, seen.add(writer));
  if (writer.kind === 'union') {
    return writer.branches.flatMap((branch, index) =>
      reader.kind === 'union' && !canBeBranch(branch, reader.branches, visited)
        ? [
            obstacle(
              'MISSING_UNION_BRANCH',
              pair,
              `The new schema is missing a type inside a union field at path '${at(pair.path, index)}' in the old schema: reader union lacking writer type ${nameOf(branch)}`,
            ),
          ]
        : reader.kind === 'union'
          ? []
          : compare({ ...pair, writer: branch }, visited),
    );
  }
  if (reader.kind === 'union') {
    return canBeBranch(writer, reader.branches, visited)
      ? []
      : [obstacle('MISSING_UNION_BRANCH', pair, `reader union lacking writer type: ${nameOf(writer)}`)];
  }
  return compareSame(pair, visited);
}

function canBeBranch(writer: AvroType, branches: readonly AvroType[], visited: Visited): boolean {
  return branches.some((reader) => compare({ reader, writer, path: '/' }, copyOf(visited)).length === 0);
}

/** Trying a branch must leave no trace. */
function copyOf(visited: Visited): Visited {
  return new Map([...visited].map(([reader, writers]) => [reader, new Set(writers)]));
}

function compareSame(pair: Pair, visited: Visited): readonly string[] {
  const { reader, writer, path } = pair;
  if (reader.kind === 'array' && writer.kind === 'array')
    return compare({ reader: reader.items, writer: writer.items, path: at(path, 'items') }, visited);
  if (reader.kind === 'map' && writer.kind === 'map')
    return compare({ reader: reader.values, writer: writer.values, path: at(path, 'values') }, visited);
  if (reader.kind === 'record' && writer.kind === 'record')
    return [...compareNames(pair), ...compareFields(reader, writer, { path, visited })];
  if (reader.kind === 'enum' && writer.kind === 'enum') {
    const missing = writer.symbols.filter((symbol) => !reader.symbols.includes(symbol));
    const isMissing = missing.length > 0 && reader.default === undefined;
    return [
      ...compareNames(pair),
      ...(isMissing
        ? [
            obstacle(
              'MISSING_ENUM_SYMBOLS',
              pair,
              `The new schema is missing enum symbols '[${missing.join(', ')}]' at path '${at(path, 'symbols')}' in the old schema`,
            ),
          ]
        : []),
    ];
  }
  if (reader.kind === 'fixed' && writer.kind === 'fixed') {
    const isSame = reader.sizeBytes === writer.sizeBytes;
    return [
      ...compareNames(pair),
      ...(isSame
        ? []
        : [
            obstacle(
              'FIXED_SIZE_MISMATCH',
              pair,
              `expected: ${writer.sizeBytes}, found: ${reader.sizeBytes}`,
            ),
          ]),
    ];
  }
  const isReadable = reader.kind === writer.kind || PROMOTIONS[writer.kind]?.includes(reader.kind) === true;
  return isReadable
    ? []
    : [
        obstacle(
          'TYPE_MISMATCH',
          pair,
          `The type (path '${path}') of a field in the new schema does not match with the old schema: reader type: ${reader.kind.toUpperCase()} not compatible with writer type: ${writer.kind.toUpperCase()}`,
        ),
      ];
}

function compareNames({ reader, writer, path }: Pair): readonly string[] {
  if (!('name' in reader) || !('name' in writer)) return [];
  const isSame = shortName(reader.name) === shortName(writer.name) || reader.aliases.includes(writer.name);
  return isSame
    ? []
    : [
        obstacle(
          'NAME_MISMATCH',
          { path: at(path, 'name') },
          `The name of the schema has changed (path '${at(path, 'name')}'): expected: ${writer.name}`,
        ),
      ];
}

function compareFields(
  reader: AvroRecord,
  writer: AvroRecord,
  { path, visited }: { readonly path: string; readonly visited: Visited },
): readonly string[] {
  return reader.fields.flatMap((field, index) => {
    const written = writer.fields.find(({ name }) => name === field.name || field.aliases.includes(name));
    const place = at(path, `fields/${index}`);
    if (written)
      return compare({ reader: field.type, writer: written.type, path: at(place, 'type') }, visited);
    if (field.default !== undefined) return [];
    return [
      obstacle(
        'READER_FIELD_MISSING_DEFAULT_VALUE',
        { path: place },
        `The field '${field.name}' at path '${place}' in the new schema has no default value and is missing in the old schema`,
      ),
    ];
  });
}

function obstacle(errorType: string, { path }: { readonly path: string }, description: string): string {
  return `{errorType:'${errorType}', description:'${description}', additionalInfo:'${path}'}`;
}

/** A place further in; the whole is `/`. */
function at(path: string, step: string | number): string {
  return `${path === '/' ? '' : path}/${step}`;
}
