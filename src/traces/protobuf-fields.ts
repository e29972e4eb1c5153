import { BadExport } from './span.ts';

/** The fields of one protobuf message by number, in order; scalars as bigint, everything with a length as bytes. */
export type ProtobufFields = ReadonlyMap<number, readonly (bigint | Uint8Array)[]>;

const VARINT = 0;
const FIXED64 = 1;
const LENGTH = 2;
const FIXED32 = 5;
const LONGEST_VARINT_BYTES = 10;

/**
 * Splits a message into its fields, without a schema. OTLP needs a dozen of them, which is not worth a library.
 * @throws BadExport when the bytes are no protobuf message
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function readFields(bytes: Uint8Array): ProtobufFields {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = new Map<number, (bigint | Uint8Array)[]>();
  let at = 0;

  const take = (count: number): number => {
    if (count > bytes.length - at) throw new BadExport('a field of the protobuf message is cut off');
    at += count;
    return at - count;
  };
  const varint = (): bigint => {
    let value = 0n;
    for (let index = 0; index < LONGEST_VARINT_BYTES; index++) {
      const byte = view.getUint8(take(1));
      value |= BigInt(byte & 0x7f) << BigInt(7 * index);
      if (byte < 0x80) return value;
    }
    throw new BadExport('a number of the protobuf message is too long');
  };
  const readers: Readonly<Record<number, () => bigint | Uint8Array>> = {
    [VARINT]: varint,
    [FIXED64]: () => view.getBigUint64(take(8), true),
    [LENGTH]: () => {
      const length = Number(varint());
      const start = take(length);
      return bytes.subarray(start, start + length);
    },
    [FIXED32]: () => BigInt(view.getUint32(take(4), true)),
  };

  while (at < bytes.length) {
    const tag = varint();
    const read = readers[Number(tag & 7n)];
    if (!read) throw new BadExport('the body is no protobuf message');
    const number = Number(tag >> 3n);
    const values = fields.get(number);
    const value = read();
    if (values) values.push(value);
    else fields.set(number, [value]);
  }
  return fields;
}

/** The embedded messages of a repeated field, or of an optional one. */
export function messagesOf(fields: ProtobufFields, number: number): readonly ProtobufFields[] {
  return bytesOf(fields, number).map(readFields);
}

/** The last value of a `bytes` or `string` field; empty when absent. */
export function lastBytes(fields: ProtobufFields, number: number): Buffer {
  return Buffer.from(bytesOf(fields, number).at(-1) ?? []);
}

/** The last value of a number field; 0 when absent. */
export function lastNumber(fields: ProtobufFields, number: number): bigint {
  const value = fields.get(number)?.at(-1) ?? 0n;
  if (typeof value !== 'bigint') throw new BadExport(`field ${number} of the protobuf message is no number`);
  return value;
}

function bytesOf(fields: ProtobufFields, number: number): readonly Uint8Array[] {
  return (fields.get(number) ?? []).map((value) => {
    if (typeof value === 'bigint')
      throw new BadExport(`field ${number} of the protobuf message has no length`);
    return value;
  });
}
