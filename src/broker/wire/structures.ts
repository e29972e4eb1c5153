import type { Codec, Dialect, DraftOf, Field, Fields, NullableField, ValueOf } from './field.ts';
import { sizedIn } from './primitives.ts';
import type { Reader } from './reader.ts';
import { WireError } from './wire-error.ts';
import { Writer } from './writer.ts';

/** A list of a type, or of structures with these fields. */
export function list<F extends Fields>(
  fields: F,
): NullableField<readonly ValueOf<F>[], readonly DraftOf<F>[]>;
export function list<T, D>(field: Field<T, D>): NullableField<readonly T[], readonly D[]>;
export function list(
  item: Fields | Field<unknown, never>,
): NullableField<readonly unknown[], readonly never[]> {
  const codecOf = (dialect: Dialect): Codec<unknown, never> =>
    isField(item) ? item.codec(dialect) : structCodec(item, dialect);
  return sizedIn((dialect) => {
    const codec = codecOf(dialect);
    return {
      lengthAs: 'int32',
      absent: [],
      sizeOf: (items) => items.length,
      read: (reader, count) => readItems(codec, reader, count),
      write(writer, items) {
        for (const value of items) codec.write(writer, value);
      },
    };
  }, []);
}

/** A structure inside a message. */
export function struct<F extends Fields>(fields: F): NullableField<ValueOf<F>, DraftOf<F>> {
  const nullableCodec = (dialect: Dialect): Codec<ValueOf<F> | null, DraftOf<F> | null> => {
    const codec = structCodec(fields, dialect);
    return {
      read: (reader) => (reader.int8() < 0 ? null : codec.read(reader)),
      write(writer, value) {
        writer.int8(value === null ? -1 : 1);
        if (value !== null) codec.write(writer, value);
      },
    };
  };
  return {
    nullableCodec,
    codec: (dialect) => structCodec(fields, dialect),
    absent: absentValue(fields),
    optional: false,
  };
}

/** Reads and writes a table in one version. */
export function structCodec<F extends Fields>(fields: F, dialect: Dialect): Codec<ValueOf<F>, DraftOf<F>> {
  const present = Object.entries(fields)
    .filter(([, { from = 0, to = Infinity }]) => from <= dialect.version && dialect.version <= to)
    .map(([name, field]): Slot => ({ name, field, codec: field.codec(dialect) }));
  const plain = present.filter(({ field }) => field.tag === undefined);
  const tags = present
    .filter(({ field }) => field.tag !== undefined)
    .sort((a, b) => (a.field.tag ?? 0) - (b.field.tag ?? 0));
  const missing = Object.entries(fields).filter(
    ([name, { tag }]) => tag !== undefined || !present.some((slot) => slot.name === name),
  );
  return {
    read(reader) {
      const value: Record<string, unknown> = {};
      for (const { name, codec } of plain) value[name] = codec.read(reader);
      for (const [name, { absent }] of missing) value[name] = absent;
      if (dialect.flexible) readTags(reader, tags, value);
      return value as ValueOf<F>; // every field of the table was just set
    },
    write(writer, draft: { readonly [name: string]: unknown }) {
      for (const { name, field, codec } of plain) {
        const value = draft[name];
        codec.write(writer, (value === undefined ? field.absent : value) as never); // DraftOf checked it
      }
      if (dialect.flexible) writeTags(writer, tags, draft);
    },
  };
}

interface Slot {
  readonly name: string;
  readonly field: Fields[string];
  readonly codec: Codec<unknown, never>;
}

function isField(item: Fields | Field<unknown, never>): item is Field<unknown, never> {
  return typeof item.codec === 'function';
}

function readItems(codec: Codec<unknown, never>, reader: Reader, count: number): unknown[] {
  // Every item has at least a byte: a larger count is garbage that would only take memory.
  if (count > reader.remaining)
    throw new WireError(`${count} items were announced where ${reader.remaining} bytes are left`);
  const items: unknown[] = [];
  for (let index = 0; index < count; index++) items.push(codec.read(reader));
  return items;
}

function absentValue<F extends Fields>(fields: F): ValueOf<F> {
  const entries = Object.entries(fields).map(([name, { absent }]) => [name, absent]);
  return Object.fromEntries(entries) as ValueOf<F>; // one entry a field
}

function readTags(reader: Reader, tags: readonly Slot[], value: Record<string, unknown>): void {
  for (let count = reader.uvarint(); count > 0; count--) {
    const tag = reader.uvarint();
    const section = reader.section(reader.uvarint());
    const slot = tags.find(({ field }) => field.tag === tag);
    if (slot) value[slot.name] = slot.codec.read(section);
  }
}

function writeTags(writer: Writer, tags: readonly Slot[], draft: { readonly [name: string]: unknown }): void {
  const given = tags.filter(({ name, field }) => draft[name] !== undefined && draft[name] !== field.absent);
  writer.uvarint(given.length);
  for (const { name, field, codec } of given) {
    const content = new Writer();
    codec.write(content, draft[name] as never); // DraftOf checked it
    writer.uvarint(field.tag ?? 0);
    writer.uvarint(content.length);
    for (const piece of content.finish()) writer.bytes(piece);
  }
}
