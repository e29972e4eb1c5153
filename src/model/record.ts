import { z } from 'zod';
import type { Json } from './json.ts';

/** One header as it is on the wire. Names may repeat; a value may be null. */
export interface RecordHeader {
  readonly key: string;
  readonly value: Uint8Array | null;
}

/** What is asked of the broker to be stored. */
export interface OutgoingRecord {
  readonly topic: string;
  /** Absent: the client's partitioner chooses (murmur2 of the key, as the Java client does). */
  readonly partition?: number | undefined;
  /** Epoch milliseconds; absent: now. */
  readonly timestampMs?: bigint | undefined;
  readonly key: Uint8Array | null;
  /** null is a tombstone. */
  readonly value: Uint8Array | null;
  readonly headers: readonly RecordHeader[];
}

/** A record as the broker holds it, key and value still bytes. */
export interface KafkaRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  /** Epoch milliseconds. */
  readonly timestampMs: bigint;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: readonly RecordHeader[];
}

const json = z.custom<Json>(() => true);

/**
 * A record as reports and expressions see it: `.record` of language.md §1 with key and value decoded. Offsets and
 * timestamps are numbers while they are safe integers, else bigint.
 */
export const recordView = z.object({
  topic: z.string(),
  partition: z.number().int(),
  offset: z.union([z.number(), z.bigint()]),
  timestamp: z.union([z.number(), z.bigint()]).describe('epoch milliseconds'),
  key: json,
  value: json,
  headers: z.array(
    z.object({ key: z.string(), value: z.string().nullable(), encoding: z.literal('base64').optional() }),
  ),
  keySchemaId: z.int().optional().describe('the schema that the key was written with, in the registry'),
  valueSchemaId: z.int().optional().describe('the schema that the value was written with, in the registry'),
  latencyMs: z.number().optional().describe('from the trigger to the arrival of the fetch response'),
  momentMs: z
    .number()
    .optional()
    .describe('when it was acknowledged, or had arrived; milliseconds since the start of the run'),
});
export type RecordView = z.infer<typeof recordView>;

/** A place in a topic. */
export type RecordPlace = Pick<RecordView, 'topic' | 'partition' | 'offset'>;

/** As messages and reports name it: `orders[0]@42`. */
export function placeOf({ topic, partition, offset }: RecordPlace): string {
  return `${topic}[${partition}]@${offset}`;
}
