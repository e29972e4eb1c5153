import { exactNumber } from '../../model/json.ts';
import type { KafkaRecord, RecordView } from '../../model/record.ts';
import type { Codec, Decoded, FormatSources, Part, Site } from '../codec/codec.ts';
import { Unfit } from '../codec/unfit.ts';
import { nameFormat, openFormat, type RecordFormat } from '../index.ts';
import { explainUnreadable, nameUnreadable } from './explain-unreadable.ts';
import { viewHeaders } from './view.ts';

/** A record decoded, or why it cannot be: one sentence without its position, which the caller knows. */
export type ViewedRecord = { readonly view: RecordView } | { readonly unreadable: string };

/** Reads the records of one task. */
export interface RecordReader {
  /** Fetches the schemas that these records name and that are not known yet; undefined when `view` can go on at once. */
  prepare(records: readonly KafkaRecord[], signal: AbortSignal): Promise<void> | undefined;
  /** Decodes; never throws, whatever the bytes are. */
  view(record: KafkaRecord): ViewedRecord;
}

/** @throws RunError when a schema file or the registry fails */
export async function openReader(
  format: RecordFormat | undefined,
  sources: FormatSources,
): Promise<RecordReader> {
  const key = await openFormat(format?.key, 'key', sources);
  const value = await openFormat(format?.value, 'value', sources);
  const codecs: Readonly<Record<Part, Codec>> = { key, value };
  const names = { key: nameFormat(format?.key), value: nameFormat(format?.value) };
  let explained = 0;
  return {
    prepare(records, signal) {
      const pending = records.flatMap((record) =>
        PARTS.flatMap((part) => {
          const bytes = record[part];
          return (bytes && codecs[part].prepareDecode?.(bytes, siteOf(record, part), signal)) ?? [];
        }),
      );
      return pending.length === 0 ? undefined : Promise.all(pending).then(() => undefined);
    },
    view(record) {
      const decoded = { key: NOTHING, value: NOTHING };
      for (const part of PARTS) {
        const bytes = record[part];
        if (bytes === null) continue;
        try {
          decoded[part] = codecs[part].decode(bytes, siteOf(record, part));
        } catch (cause) {
          const unreadable = { part, bytes, format: names[part], reason: reasonOf(cause) };
          const isExplained = explained++ < MOST_EXPLAINED;
          return { unreadable: isExplained ? explainUnreadable(unreadable) : nameUnreadable(unreadable) };
        }
      }
      return { view: viewDecoded(record, decoded) };
    },
  };
}

const PARTS = ['key', 'value'] as const satisfies readonly Part[];
const NOTHING: Decoded = { value: null };

/** Trying all formats takes time; whoever skips a million records reads no more explanations than this. */
const MOST_EXPLAINED = 100;

/** Why bytes could not be decoded. Anything else that was thrown is a bug and goes on. */
function reasonOf(cause: unknown): string {
  if (cause instanceof Unfit) return cause.message;
  if (cause instanceof RangeError) return 'it is nested too deeply'; // of the call stack
  throw cause;
}

function siteOf({ topic, headers }: KafkaRecord, part: Part): Site {
  return { part, topic, headers };
}

function viewDecoded(record: KafkaRecord, { key, value }: Readonly<Record<Part, Decoded>>): RecordView {
  return {
    topic: record.topic,
    partition: record.partition,
    offset: exactNumber(record.offset),
    timestamp: exactNumber(record.timestampMs),
    key: key.value,
    value: value.value,
    headers: viewHeaders(record.headers),
    ...(key.schemaId === undefined ? {} : { keySchemaId: key.schemaId }),
    ...(value.schemaId === undefined ? {} : { valueSchemaId: value.schemaId }),
  };
}
