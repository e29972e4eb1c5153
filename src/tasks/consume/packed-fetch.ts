import { deserialize, serialize } from 'node:v8';
import type { FetchedRecords } from '../../kafka/port.ts';
import type { KafkaRecord } from '../../model/record.ts';

/** A fetch in few and large pieces, which are written and read many times quicker than its records one by one. */
interface Packed extends Omit<FetchedRecords, 'records'> {
  readonly offsets: BigInt64Array;
  readonly timestampsMs: BigInt64Array;
  /** Of key and value of each record, in turn; NULL for none. */
  readonly lengths: Int32Array;
  /** All keys and values, one after the other. */
  readonly bytes: Uint8Array;
  /** Of the records that have some, by their index. */
  readonly headers: ReadonlyMap<number, KafkaRecord['headers']>;
}

const NULL = -1;

/** A fetch as bytes. */
export function packFetch({ records, ...about }: FetchedRecords): Uint8Array {
  const parts = records.flatMap(({ key, value }) => [key, value]);
  const packed: Packed = {
    ...about,
    offsets: BigInt64Array.from(records, ({ offset }) => offset),
    timestampsMs: BigInt64Array.from(records, ({ timestampMs }) => timestampMs),
    lengths: Int32Array.from(parts, (part) => part?.length ?? NULL),
    bytes: Buffer.concat(parts.filter((part) => part !== null)),
    headers: new Map(
      [...records.entries()].flatMap(([index, { headers }]) =>
        headers.length > 0 ? [[index, headers]] : [],
      ),
    ),
  };
  return serialize(packed);
}

/** The fetch that `packFetch` made bytes of. */
export function unpackFetch(content: Uint8Array): FetchedRecords {
  const { offsets, timestampsMs, lengths, bytes, headers, ...about } = deserialize(content) as Packed; // nobody else writes it
  let at = 0;
  const part = (number: number): Uint8Array | null => {
    const length = lengths[number] ?? NULL;
    if (length === NULL) return null;
    at += length;
    return bytes.subarray(at - length, at);
  };
  const records = Array.from(offsets, (offset, index): KafkaRecord => {
    const key = part(2 * index);
    const value = part(2 * index + 1);
    const { topic, partition } = about;
    const timestampMs = timestampsMs[index] ?? 0n;
    return { topic, partition, offset, timestampMs, key, value, headers: headers.get(index) ?? [] };
  });
  return { ...about, records };
}
