import { RunError } from '../../base/errors.ts';
import type { SourceSpan } from '../../base/source-span.ts';
import type { Json } from '../../model/json.ts';
import type { OutgoingRecord, RecordHeader } from '../../model/record.ts';
import { encodeUnframed } from '../auto.ts';
import type { Codec, Encoded, FormatSources, Part } from '../codec/codec.ts';
import { Unfit } from '../codec/unfit.ts';
import { nameFormat, openFormat, type RecordFormat } from '../index.ts';

/** What a record is made of, as a scenario gives it. */
export interface GivenParts {
  readonly key: Json;
  /** null is a tombstone. */
  readonly value: Json;
  readonly headers: readonly { readonly key: string; readonly value: Json }[];
}

/** The same as bytes. */
export type WrittenParts = Pick<OutgoingRecord, 'key' | 'value' | 'headers'>;

/** Writes the records of one task to one topic. */
export interface RecordWriter {
  /**
   * Fetches or registers the schemas that these records need and that are not known yet; undefined when `write` can go on at once.
   * @throws RunError SCHEMA_REGISTRY_*
   */
  prepare(records: readonly GivenParts[], signal: AbortSignal): Promise<void> | undefined;
  /** `spanOf` tells where the key or value is written. Null stays null in every format. @throws RunError FORMAT_ENCODE */
  write(given: GivenParts, spanOf: (part: Part) => SourceSpan | undefined): WrittenParts;
}

/** @throws RunError when a schema file or the registry fails */
export async function openWriter(
  format: RecordFormat | undefined,
  topic: string,
  sources: FormatSources,
): Promise<RecordWriter> {
  const codecs: Readonly<Record<Part, Codec>> = {
    key: await openFormat(format?.key, 'key', sources),
    value: await openFormat(format?.value, 'value', sources),
  };
  return {
    prepare(records, signal) {
      const pending = PARTS.flatMap((part) =>
        codecs[part].prepareEncode === undefined
          ? []
          : records.flatMap((given) => prepareOne(codecs[part], { part, topic, given, signal }) ?? []),
      );
      return pending.length === 0 ? undefined : Promise.all(pending).then(() => undefined);
    },
    write(given, spanOf) {
      const headers = given.headers.map(writeHeader);
      const [key, value] = PARTS.map((part) => {
        if (given[part] === null) return undefined;
        const encode = (): Encoded => codecs[part].encode(given[part], { part, topic, headers });
        return rescue(encode, { part, format: nameFormat(format?.[part]), spanOf });
      });
      return {
        key: key?.bytes ?? null,
        value: value?.bytes ?? null,
        headers: [...headers, ...(key?.headers ?? []), ...(value?.headers ?? [])],
      };
    },
  };
}

const PARTS = ['key', 'value'] as const satisfies readonly Part[];

function prepareOne(
  codec: Codec,
  { part, topic, given, signal }: { part: Part; topic: string; given: GivenParts; signal: AbortSignal },
): Promise<void> | undefined {
  const value = given[part];
  return value === null ? undefined : codec.prepareEncode?.(value, { part, topic, headers: [] }, signal);
}

/** A header's value: scalars as their text, maps and lists as JSON. */
function writeHeader({ key, value }: GivenParts['headers'][number]): RecordHeader {
  return { key, value: value === null ? null : encodeUnframed(value) };
}

interface Place {
  readonly part: Part;
  readonly format: string;
  readonly spanOf: (part: Part) => SourceSpan | undefined;
}

/** Makes the error that a user sees of a value that does not fit. */
function rescue(encode: () => Encoded, { part, format, spanOf }: Place): Encoded {
  try {
    return encode();
  } catch (cause) {
    if (!(cause instanceof Unfit)) throw cause;
    const span = spanOf(part);
    throw new RunError('FORMAT_ENCODE', `cannot write the ${part} as ${format}: ${cause.message}`, {
      ...(span ? { span } : {}),
      hint: cause.hint,
      cause,
    });
  }
}
