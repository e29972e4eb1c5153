import { z } from 'zod';
import { RunError } from '../base/errors.ts';
import type { SourceSpan } from '../base/source-span.ts';
import { resolve } from '../expr/resolve.ts';
import { freeform, input } from '../expr/template.ts';
import { recordFormat } from '../formats/index.ts';
import { recordContext, viewHeaders } from '../formats/record/view.ts';
import { type GivenParts, openWriter, type WrittenParts } from '../formats/record/writer.ts';
import type { StoredRecord } from '../kafka/port.ts';
import { exactNumber, type Json, type JsonObject } from '../model/json.ts';
import type { OutgoingRecord, RecordView } from '../model/record.ts';
import { defineTask, type TaskContext, type TaskOutcome } from './define-task.ts';

const partition = input(z.int().min(0));
const timestamp = input(z.union([z.int().min(0), z.iso.datetime({ offset: true })]));
const headers = z
  .union([z.record(z.string(), freeform()), z.array(z.strictObject({ key: z.string(), value: freeform() }))])
  .describe('a map, or a list of {key, value} when a name repeats; a value may be null');

const parts = {
  key: freeform().optional().describe('null, a scalar or structured; default null'),
  value: freeform().optional().describe('null is a tombstone'),
  headers: headers.optional(),
  partition: partition
    .optional()
    .describe('one that does not exist is an error; default: by the key, as the Java client does'),
  timestamp: timestamp.optional().describe('epoch milliseconds or ISO 8601; default now'),
};

const spec = z
  .strictObject({
    topic: input(z.string().min(1)),
    ...parts,
    format: recordFormat.optional().describe('default: maps and lists json, other scalars string'),
    records: z
      .array(z.strictObject(parts))
      .min(1)
      .optional()
      .describe(
        'a batch, instead of `value`; what stands beside it applies to each record that has none of its own',
      ),
    acks: z.enum(['all', 'leader', 'none']).optional().describe('default all'),
    idempotent: z.boolean().optional().describe('default true with acks all'),
    compression: z.enum(['none', 'gzip', 'snappy', 'lz4', 'zstd']).optional(),
  })
  .superRefine((produce, context) => {
    if (produce.records !== undefined && produce.value !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['value'],
        message: '"value" beside "records"',
        params: { hint: 'give each of the records its own value' },
      });
    }
    if (produce.records === undefined && produce.value === undefined) {
      context.addIssue({
        code: 'custom',
        message: 'nothing to produce: neither "value" nor "records"',
        params: { hint: 'write "value: null" for a tombstone' },
      });
    }
  });
type ProduceSpec = z.output<typeof spec>;

/** A record with all its templates evaluated. */
interface GivenRecord extends GivenParts {
  readonly partition: number | undefined;
  readonly timestamp: number | string | undefined;
}

/** `produce` (language.md §2): stores records in a topic. Its END is the acknowledgement of the last one. */
export const produce = defineTask({
  kind: 'produce',
  summary: 'stores records in a topic',
  emits: 'record',
  spec,
  topics: ({ topic }) => ({ consumed: [], produced: [topic] }),
  async run(given, context): Promise<TaskOutcome> {
    const { topic, records } = await evaluate(given, context);
    const writer = await openWriter(given.format, topic, context.formats);
    await writer.prepare(records, context.signal);
    const outgoing = records.map((record, index): OutgoingRecord => {
      const written = writer.write(record, (part) => spanOfPart(part, { given, index, context }));
      return outgoingRecord(topic, record, written);
    });
    const stored = await context.kafka.produce(outgoing, {
      acks: given.acks,
      idempotent: given.idempotent,
      compression: given.compression,
      signal: context.signal,
    });
    const views = records.map((record, index) =>
      viewStored(record, { outgoing: outgoing[index], stored: stored[index], context }),
    );
    for (const record of views) context.emit({ type: 'record-produced', record });
    context.reach(stored.at(-1)?.acknowledgedAtMs ?? context.clock.nowMs());
    await context.publish(
      views.map((view, index) => ({
        what: 'record',
        value: recordContext(view),
        atMs: stored[index]?.acknowledgedAtMs ?? context.clock.nowMs(),
      })),
    );
    return {};
  },
});

async function evaluate(
  given: ProduceSpec,
  context: TaskContext,
): Promise<{ readonly topic: string; readonly records: readonly GivenRecord[] }> {
  const { topic, records, key, value, headers: shared, partition: at, timestamp: time } = given;
  const defaults = { key, value, headers: shared, partition: at, timestamp: time };
  const written = (records ?? [{}]).map((record) => ({ ...defaults, ...record }));
  const evaluated = await resolve({ topic, written }, () => context.expressionContext(), context.jq);
  return {
    topic: evaluated.topic,
    records: evaluated.written.map((record) => ({
      key: (record.key ?? null) as Json, // freeform() let nothing else in
      value: (record.value ?? null) as Json,
      headers: headerList(record.headers as JsonObject | undefined),
      partition: record.partition,
      timestamp: record.timestamp,
    })),
  };
}

function headerList(
  written: JsonObject | readonly { key: string; value: Json }[] | undefined,
): GivenRecord['headers'] {
  if (written === undefined) return [];
  if (Array.isArray(written)) return written;
  return Object.entries(written).map(([key, value]) => ({ key, value: value as Json }));
}

/** Where a part of a record is written: its own line in a batch, else the one beside `records`. */
function spanOfPart(
  part: 'key' | 'value',
  { given, index, context }: { given: ProduceSpec; index: number; context: TaskContext },
): SourceSpan | undefined {
  const isOwn = given.records?.[index]?.[part] !== undefined;
  return context.spanOf(isOwn ? ['produce', 'records', index, part] : ['produce', part]);
}

function outgoingRecord(topic: string, record: GivenRecord, written: WrittenParts): OutgoingRecord {
  return {
    ...written,
    topic,
    partition: record.partition,
    timestampMs: record.timestamp === undefined ? undefined : epochMs(record.timestamp),
  };
}

function epochMs(timestamp: number | string): bigint {
  return BigInt(typeof timestamp === 'number' ? timestamp : Date.parse(timestamp));
}

/** The record as the broker stored it, with key and value as they were given. */
function viewStored(
  record: GivenRecord,
  {
    outgoing,
    stored,
    context,
  }: {
    readonly outgoing: OutgoingRecord | undefined;
    readonly stored: StoredRecord | undefined;
    readonly context: TaskContext;
  },
): RecordView {
  if (!outgoing || !stored)
    throw new RunError('KAFKA_PROTOCOL', 'the broker acknowledged fewer records than were sent');
  return {
    topic: stored.topic,
    partition: stored.partition,
    offset: exactNumber(stored.offset),
    timestamp: exactNumber(stored.timestampMs),
    key: record.key,
    value: record.value,
    headers: viewHeaders(outgoing.headers),
    momentMs: context.sinceRunStart(stored.acknowledgedAtMs),
  };
}
