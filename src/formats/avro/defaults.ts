import { isJsonObject, type Json } from '../../model/json.ts';
import { renderBase64 } from '../codec/text.ts';
import { Unfit } from '../codec/unfit.ts';
import { showLogical } from './logical.ts';
import type { AvroType, LogicalType } from './schema.ts';

/**
 * A field's default as a value of ours. In a schema, bytes are text with one character a byte, logical values the number
 * or bytes underneath, and a union's default is of its first branch (since Avro 1.12 of any).
 */
export function defaultOf(type: AvroType, written: Json): Json {
  switch (type.kind) {
    case 'bytes':
    case 'fixed':
      return showRaw(Buffer.from(String(written), 'latin1'), type.logical);
    case 'int':
    case 'long':
      if (typeof written !== 'number' && typeof written !== 'bigint') return written;
      return type.logical ? showLogical(written, type.logical) : written;
    case 'array':
      return Array.isArray(written) ? written.map((item: Json) => defaultOf(type.items, item)) : written;
    case 'map':
      if (!isJsonObject(written)) return written;
      return Object.fromEntries(
        Object.entries(written).map(([key, one]) => [key, defaultOf(type.values, one)]),
      );
    case 'union':
      return defaultOf(branchOf(type.branches, written), written);
    case 'record':
      return defaultOfRecord(type, written);
    default:
      return written;
  }
}

function showRaw(bytes: Uint8Array, logical: LogicalType | undefined): Json {
  return logical ? showLogical(bytes, logical) : renderBase64(bytes);
}

function defaultOfRecord(record: Extract<AvroType, { kind: 'record' }>, written: Json): Json {
  if (!isJsonObject(written)) return written;
  return Object.fromEntries(
    record.fields.map((field) => {
      const given = written[field.name] ?? field.default;
      if (given === undefined)
        throw new Unfit(`the default of record "${record.name}" has no "${field.name}"`);
      return [field.name, defaultOf(field.type, given)];
    }),
  );
}

function branchOf(branches: readonly AvroType[], written: Json): AvroType {
  const isNull = written === null;
  const branch = branches.find(({ kind }) => (kind === 'null') === isNull) ?? branches[0];
  if (!branch) throw new Unfit('a default for a union without branches');
  return branch;
}
