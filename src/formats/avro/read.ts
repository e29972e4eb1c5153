import type { Json } from '../../model/json.ts';
import { Cursor } from '../codec/cursor.ts';
import { showReal, showSingle } from '../codec/fixed-width.ts';
import { decodeUtf8, renderBase64 } from '../codec/text.ts';
import { Unfit } from '../codec/unfit.ts';
import { placed, within } from '../codec/within.ts';
import { defaultOf } from './defaults.ts';
import { type Raw, showLogical } from './logical.ts';
import {
  type AvroField,
  type AvroRecord,
  type AvroType,
  type LogicalType,
  nameOf,
  shortName,
} from './schema.ts';

/** Reads one value where the cursor stands. */
type Read = (cursor: Cursor) => Json;

/**
 * Makes a reader of bytes that were written with one schema, as values of another (Avro's schema resolution), or of the
 * same. @throws Unfit when no value of the writer's schema can be one of the reader's
 */
export function compileAvroReader(writer: AvroType, reader: AvroType = writer): (bytes: Uint8Array) => Json {
  const read = new Resolver().resolve(writer, reader);
  return (bytes) => {
    const cursor = new Cursor(bytes);
    const value = read(cursor);
    if (cursor.left > 0) throw new Unfit(`${cursor.left} bytes too many after the value`);
    return value;
  };
}

/** More elements without any bytes (nulls) than this are an attack or a wrong schema. */
const MOST_EMPTY_ELEMENTS = 1_000_000;

const TEXT: Read = (cursor) => decodeUtf8(cursor.bytes());

/** How primitives are read as themselves. */
const PRIMITIVE_READS: Readonly<Record<string, Read>> = {
  null: () => null,
  boolean: (cursor) => cursor.boolean(),
  int: (cursor) => cursor.int(),
  long: (cursor) => cursor.long(),
  float: (cursor) => showSingle(cursor.float()),
  double: (cursor) => showReal(cursor.double()),
  string: TEXT,
  bytes: (cursor) => renderBase64(cursor.bytes()),
};

/** What a writer's primitive may also be read as. */
const PROMOTIONS: Readonly<Record<string, readonly string[]>> = {
  int: ['long', 'float', 'double'],
  long: ['float', 'double'],
  float: ['double'],
  string: ['bytes'],
  bytes: ['string'],
};

class Resolver {
  /** Pairs of records, so that types that contain themselves end. */
  readonly #records = new Map<AvroRecord, Map<AvroRecord, Read>>();

  resolve(writer: AvroType, reader: AvroType): Read {
    if (writer.kind === 'union') return this.#writtenUnion(writer.branches, reader);
    if (reader.kind === 'union') return this.resolve(writer, this.#branchFor(writer, reader.branches));
    if (writer.kind === 'record' && reader.kind === 'record') return this.#record(writer, reader);
    if (writer.kind === 'array' && reader.kind === 'array') return this.#array(writer.items, reader.items);
    if (writer.kind === 'map' && reader.kind === 'map') return this.#map(writer.values, reader.values);
    if (writer.kind === 'enum' && reader.kind === 'enum') return readSymbol(writer, reader);
    if (writer.kind === 'fixed' && reader.kind === 'fixed' && writer.sizeBytes === reader.sizeBytes) {
      const { sizeBytes } = writer;
      return shown(reader.logical, (cursor) => cursor.fixed(sizeBytes));
    }
    return readPrimitive(writer, reader) ?? mismatch(writer, reader);
  }

  /** Each branch by itself: one that the reader does not know only fails once it is met. */
  #writtenUnion(branches: readonly AvroType[], reader: AvroType): Read {
    const reads = branches.map((branch): Read => {
      try {
        return this.resolve(branch, reader);
      } catch (cause) {
        if (!(cause instanceof Unfit)) throw cause;
        return () => {
          throw new Unfit(cause.message);
        };
      }
    });
    return (cursor) => {
      const index = cursor.int();
      const read = reads[index];
      if (!read) throw new Unfit(`branch ${index} of a union that has ${reads.length}`);
      return read(cursor);
    };
  }

  /** The reader's branch: of the same name, else the first that resolves. */
  #branchFor(writer: AvroType, branches: readonly AvroType[]): AvroType {
    const same = branches.filter((branch) => branch.kind === writer.kind);
    const named = same.find((branch) => nameOf(branch) === nameOf(writer));
    const found = [...(named ? [named] : []), ...same, ...branches].find((branch) =>
      this.#resolves(writer, branch),
    );
    return found ?? mismatch(writer, { kind: 'union', branches });
  }

  #resolves(writer: AvroType, reader: AvroType): boolean {
    try {
      this.resolve(writer, reader);
      return true;
    } catch (cause) {
      if (cause instanceof Unfit) return false;
      throw cause;
    }
  }

  #array(writer: AvroType, reader: AvroType): Read {
    const read = this.resolve(writer, reader);
    return (cursor) => {
      const items: Json[] = [];
      for (const index of blocks(cursor)) items.push(within(index, () => read(cursor)));
      return items;
    };
  }

  #map(writer: AvroType, reader: AvroType): Read {
    const read = this.resolve(writer, reader);
    return (cursor) => {
      const entries: [string, Json][] = [];
      for (const _ of blocks(cursor)) {
        const key = decodeUtf8(cursor.bytes());
        entries.push([key, within(key, () => read(cursor))]);
      }
      return Object.fromEntries(entries);
    };
  }

  #record(writer: AvroRecord, reader: AvroRecord): Read {
    const known = this.#records.get(writer)?.get(reader);
    if (known) return known;
    if (!isSameName(writer, reader)) mismatch(writer, reader);
    let fields: readonly FieldRead[] = [];
    const read: Read = (cursor) => readFields(fields, cursor);
    const ofWriter = this.#records.get(writer) ?? new Map<AvroRecord, Read>();
    this.#records.set(writer, ofWriter.set(reader, read));
    try {
      fields = this.#fields(writer, reader);
    } catch (cause) {
      ofWriter.delete(reader);
      throw cause;
    }
    return read;
  }

  /** In the writer's order, then what only the reader has; the reader's order is restored by `readFields`. */
  #fields(writer: AvroRecord, reader: AvroRecord): readonly FieldRead[] {
    const pairs = writer.fields.map((field) => ({
      field,
      target: reader.fields.find((one) => isSameField(field, one)),
    }));
    const written = pairs.map(({ field, target }): FieldRead => {
      const read = within(field.name, () => this.resolve(field.type, target?.type ?? field.type));
      return {
        name: field.name,
        read,
        position: target ? reader.fields.indexOf(target) : undefined,
        as: target?.name,
      };
    });
    const missing = reader.fields.filter((field) => !pairs.some(({ target }) => target === field));
    const added = missing.map((field): FieldRead => {
      if (field.default === undefined)
        throw new Unfit(
          `the writer's "${writer.name}" has no field "${field.name}", and the reader's has no default for it`,
        );
      const value = defaultOf(field.type, field.default);
      return { name: field.name, read: () => value, position: reader.fields.indexOf(field), as: field.name };
    });
    return [...written, ...added];
  }
}

interface FieldRead {
  /** The writer's name, for errors. */
  readonly name: string;
  readonly read: Read;
  /** In the reader's record; undefined for a field that it does not have. */
  readonly position: number | undefined;
  /** The reader's name. */
  readonly as: string | undefined;
}

/** The hottest loop of all: one `try` around it, and no closure a field. */
function readFields(fields: readonly FieldRead[], cursor: Cursor): Json {
  const entries: [string, Json][] = [];
  let current = '';
  try {
    for (const { name, read, position, as } of fields) {
      current = name;
      const value = read(cursor);
      if (position !== undefined && as !== undefined) entries[position] = [as, value];
    }
  } catch (cause) {
    throw placed(current, cause);
  }
  return Object.fromEntries(entries);
}

/** Counts through the elements of an array or map, which come in blocks. */
function* blocks(cursor: Cursor): Generator<number> {
  let index = 0;
  for (;;) {
    const count = Number(cursor.long());
    if (count === 0) return;
    if (count < 0) cursor.long(); // the block's size in bytes, for those who skip it
    if (Math.abs(count) > cursor.left + MOST_EMPTY_ELEMENTS)
      throw new Unfit(`a block of ${Math.abs(count)} elements`);
    for (const end = index + Math.abs(count); index < end; index++) yield index;
  }
}

function readSymbol(
  writer: Extract<AvroType, { kind: 'enum' }>,
  reader: Extract<AvroType, { kind: 'enum' }>,
): Read {
  if (!isSameName(writer, reader)) mismatch(writer, reader);
  return (cursor) => {
    const index = cursor.int();
    const symbol = writer.symbols[index];
    if (symbol === undefined)
      throw new Unfit(`symbol ${index} of enum "${writer.name}", which has ${writer.symbols.length}`);
    if (reader.symbols.includes(symbol)) return symbol;
    if (reader.default !== undefined) return reader.default;
    throw new Unfit(`"${symbol}" is no symbol of the reader's enum "${reader.name}"`);
  };
}

function readPrimitive(writer: AvroType, reader: AvroType): Read | undefined {
  const logical = 'logical' in reader ? reader.logical : undefined;
  if (writer.kind === reader.kind) {
    if (writer.kind === 'bytes' && logical) return shown(logical, (cursor) => cursor.bytes());
    if (writer.kind === 'int') return shown(logical, (cursor) => cursor.int());
    if (writer.kind === 'long') return shown(logical, (cursor) => cursor.long());
    return PRIMITIVE_READS[writer.kind];
  }
  if (!PROMOTIONS[writer.kind]?.includes(reader.kind)) return undefined;
  if (reader.kind === 'string') return TEXT;
  if (reader.kind === 'bytes') return PRIMITIVE_READS.bytes;
  if (reader.kind === 'long') return shown(logical, (cursor) => cursor.int());
  const read = PRIMITIVE_READS[writer.kind];
  return read && ((cursor) => asReal(read(cursor)));
}

/** A long beyond 2^53 that is read as a floating point number. */
function asReal(value: Json): Json {
  return typeof value === 'bigint' ? Number(value) : value;
}

function shown(logical: LogicalType | undefined, read: (cursor: Cursor) => Raw): Read {
  return (cursor) => {
    const raw = read(cursor);
    if (logical) return showLogical(raw, logical);
    return typeof raw === 'object' ? renderBase64(raw) : raw;
  };
}

/** As the specification and Java do: by the name without namespace, or one of the reader's aliases. */
function isSameName(writer: { name: string }, reader: { name: string; aliases: readonly string[] }): boolean {
  return shortName(writer.name) === shortName(reader.name) || reader.aliases.includes(writer.name);
}

function isSameField(writer: AvroField, reader: AvroField): boolean {
  return writer.name === reader.name || reader.aliases.includes(writer.name);
}

function mismatch(writer: AvroType, reader: AvroType): never {
  throw new Unfit(`what was written as ${describe(writer)} cannot be read as ${describe(reader)}`);
}

function describe(type: AvroType): string {
  if (type.kind === 'union') return `a union of ${type.branches.map(nameOf).join(', ')}`;
  return 'name' in type ? `${type.kind} "${type.name}"` : type.kind;
}
