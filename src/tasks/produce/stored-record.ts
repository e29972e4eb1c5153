import { RunError } from '../../base/errors.ts';
import { readUtf8, renderBase64 } from '../../formats/codec/text.ts';
import { viewHeaders } from '../../formats/record/view.ts';
import type { RecordWriter } from '../../formats/record/writer.ts';
import type { StoredRecord } from '../../kafka/port.ts';
import { exactNumber, type Json } from '../../model/json.ts';
import type { OutgoingRecord, RecordView } from '../../model/record.ts';
import type { TaskContext } from '../define-task.ts';
import type { GivenRecord } from './given-records.ts';

/** The bytes of a record. @throws RunError FORMAT_ENCODE */
export function writeRecord(
  record: GivenRecord,
  {
    topic,
    writer,
    context,
    stamp,
  }: {
    readonly topic: string;
    readonly writer: RecordWriter;
    readonly context: TaskContext;
    readonly stamp: TaskContext['stamp'];
  },
): OutgoingRecord {
  const own = new Set(record.headers.map(({ key }) => key));
  const headers = [...record.headers, ...stamp().filter(({ key }) => !own.has(key))];
  const written = writer.write({ ...record, headers }, (part) => context.spanOf([...record.path, part]));
  const { timestamp } = record;
  return {
    ...written,
    ...record.bytes,
    topic,
    partition: record.partition,
    timestampMs: timestamp === undefined ? undefined : BigInt(timestamp),
  };
}

/** The record as the broker stored it, with key and value as they were given. @throws RunError KAFKA_PROTOCOL */
export function viewStored(
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
    key: viewBytes(record.bytes.key) ?? record.key,
    value: viewBytes(record.bytes.value) ?? record.value,
    headers: viewHeaders(outgoing.headers),
    momentMs: context.sinceRunStart(stored.acknowledgedAtMs),
  };
}

/** Text where it is, else base64. */
function viewBytes(bytes: Uint8Array | undefined): Json | undefined {
  return bytes && (readUtf8(bytes) ?? renderBase64(bytes));
}
