import { type AvroNames, parseAvro } from '../../formats/avro/parse.ts';
import type { AvroType } from '../../formats/avro/schema.ts';
import { isJsonObject, type Json, parseJson, renderJson } from '../../model/json.ts';
import { avroObstacles } from './avro-obstacles.ts';
import type { ParsedSchema, RegistryLanguage } from './language.ts';

interface ParsedAvro extends ParsedSchema {
  readonly type: AvroType;
}

/** Avro to the registry: schemas are the same when their JSON is, but for white space and the order of keys. */
export const avro: RegistryLanguage = {
  kind: 'AVRO',
  parse(text, references) {
    const names: AvroNames = new Map();
    for (const reference of references) parseAvro(reference.text, { names, logicalTypes: false });
    const type = parseAvro(text, { names, logicalTypes: false });
    const canonical = renderJson(inOrder(/^\s*[\w.]+\s*$/.test(text) ? text.trim() : parseJson(text)));
    const parsed: ParsedAvro = {
      type,
      canonical,
      identity: canonical,
      obstaclesToReading: (writer) => avroObstacles(type, (writer as ParsedAvro).type), // a subject's schemas are of one kind
    };
    return parsed;
  },
};

/** As Avro's own Schema.toString() orders the keys of types, and of a record's fields. */
const TYPE_KEYS = [
  'type',
  'name',
  'namespace',
  'doc',
  'fields',
  'items',
  'values',
  'symbols',
  'size',
  'default',
  'aliases',
];
const FIELD_KEYS = ['name', 'type', 'doc', 'default', 'order', 'aliases'];
const NAMED = ['record', 'error', 'enum', 'fixed'];

function inOrder(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(inOrder);
  if (!isJsonObject(schema)) return schema;
  const keys = Object.keys(schema);
  if (keys.length === 1 && typeof schema.type === 'string') return schema.type;
  const isField = 'name' in schema && !NAMED.includes(String(schema.type));
  const known = isField ? FIELD_KEYS : TYPE_KEYS;
  const ordered = [
    ...known.filter((key) => keys.includes(key)),
    ...keys.filter((key) => !known.includes(key)),
  ];
  return Object.fromEntries(
    ordered.map((key) => [key, key === 'default' ? schema[key] : inOrder(schema[key] ?? null)]),
  ) as Json; // of keys that it has
}
