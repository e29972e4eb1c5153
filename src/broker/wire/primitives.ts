import type { Codec, Dialect, Field, NullableField } from './field.ts';
import type { Reader } from './reader.ts';
import { WireError } from './wire-error.ts';
import type { Writer } from './writer.ts';

/** `uuid` zero: no topic id. */
export const NO_ID = 'AAAAAAAAAAAAAAAAAAAAAA';

export const int8 = fixed<number>(
  0,
  (reader) => reader.int8(),
  (writer, value) => writer.int8(value),
);
export const int16 = fixed<number>(
  0,
  (reader) => reader.int16(),
  (writer, value) => writer.int16(value),
);
export const uint16 = fixed<number>(
  0,
  (reader) => reader.uint16(),
  (writer, value) => writer.uint16(value),
);
export const int32 = fixed<number>(
  0,
  (reader) => reader.int32(),
  (writer, value) => writer.int32(value),
);
export const int64 = fixed<bigint>(
  0n,
  (reader) => reader.int64(),
  (writer, value) => writer.int64(value),
);
export const float64 = fixed<number>(
  0,
  (reader) => reader.float64(),
  (writer, value) => writer.float64(value),
);
export const bool = fixed<boolean>(
  false,
  (reader) => reader.int8() !== 0,
  (writer, value) => writer.int8(value ? 1 : 0),
);
/** 16 bytes, as text the way Kafka prints ids: URL-safe base 64 without padding. */
export const uuid = fixed<string>(
  NO_ID,
  (reader) => reader.bytes(16).toString('base64url'),
  (writer, value) => writer.bytes(Buffer.from(value, 'base64url')),
);

export const string: NullableField<string> = sized({
  lengthAs: 'int16',
  absent: '',
  sizeOf: (value) => Buffer.byteLength(value),
  read: (reader, size) => reader.bytes(size).toString('utf8'),
  write: (writer, value, size) => writer.utf8(value, size),
});

/** Read without a copy: whoever keeps it longer than the request copies it. */
export const bytes: NullableField<Buffer, Uint8Array> = sized({
  lengthAs: 'int32',
  absent: Buffer.alloc(0),
  sizeOf: (value) => value.length,
  read: (reader, size) => reader.bytes(size),
  write: (writer, value) => writer.bytes(value),
});

/** Record batches, one after the other. Written from the pieces that the log holds, without a copy. */
export const records: NullableField<Buffer, readonly Uint8Array[]> = sized({
  lengthAs: 'int32',
  absent: Buffer.alloc(0),
  sizeOf: (pieces) => pieces.reduce((sum, piece) => sum + piece.length, 0),
  read: (reader, size) => reader.bytes(size),
  write(writer, pieces) {
    for (const piece of pieces) writer.bytes(piece);
  },
});

function fixed<T>(
  absent: T,
  read: (reader: Reader) => T,
  write: (writer: Writer, value: T) => void,
): Field<T> {
  const codec: Codec<T> = { read, write };
  return { codec: () => codec, absent, optional: false };
}

/** A type that starts with its size: an int16 or int32, or in flexible versions a varint of the size + 1. */
export interface Sized<T, D> {
  readonly lengthAs: 'int16' | 'int32';
  readonly absent: T;
  sizeOf(value: D): number;
  read(reader: Reader, size: number): T;
  write(writer: Writer, value: D, size: number): void;
}

export function sized<T, D>(form: Sized<T, D>): NullableField<T, D> {
  return sizedIn(() => form, form.absent);
}

/** Like `sized`, for a type whose content depends on the version too. */
export function sizedIn<T, D>(formIn: (dialect: Dialect) => Sized<T, D>, absent: T): NullableField<T, D> {
  const nullableCodec = (dialect: Dialect): Codec<T | null, D | null> => {
    const form = formIn(dialect);
    const { readSize, writeSize } = dialect.flexible ? compactSize : plainSize[form.lengthAs];
    return {
      read(reader) {
        const size = readSize(reader);
        return size < 0 ? null : form.read(reader, size);
      },
      write(writer, value) {
        if (value === null) return writeSize(writer, -1);
        const size = form.sizeOf(value);
        writeSize(writer, size);
        form.write(writer, value, size);
      },
    };
  };
  return { nullableCodec, codec: (dialect) => neverNull(nullableCodec(dialect)), absent, optional: false };
}

/** The codec of a type that has a null, where the table allows none. */
export function neverNull<T, D>(codec: Codec<T | null, D | null>): Codec<T, D> {
  return {
    read(reader) {
      const value = codec.read(reader);
      if (value === null) throw new WireError('null was sent where the protocol allows none');
      return value;
    },
    write: (writer, value) => codec.write(writer, value),
  };
}

const compactSize = {
  readSize: (reader: Reader) => reader.uvarint() - 1,
  writeSize: (writer: Writer, size: number) => writer.uvarint(size + 1),
};

const plainSize = {
  int16: {
    readSize: (reader: Reader) => reader.int16(),
    writeSize: (writer: Writer, size: number) => writer.int16(size),
  },
  int32: {
    readSize: (reader: Reader) => reader.int32(),
    writeSize: (writer: Writer, size: number) => writer.int32(size),
  },
};
