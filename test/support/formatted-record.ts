import type { FormatSources } from '../../src/formats/codec/codec.ts';
import type { FormatSpec } from '../../src/formats/index.ts';
import { openReader } from '../../src/formats/record/reader.ts';
import { openWriter } from '../../src/formats/record/writer.ts';
import type { Json } from '../../src/model/json.ts';

/** Where a value goes and how it is written; the schemas are found in `sources`. */
export interface ValueFormat {
  readonly topic: string;
  readonly sources: FormatSources;
  readonly format?: FormatSpec | undefined;
}

const signal = new AbortController().signal;

/** What a record's value is on the topic, in base64. */
export async function writeValue(value: Json, { topic, sources, format }: ValueFormat): Promise<string> {
  const writer = await openWriter({ value: format }, topic, sources);
  const given = { key: null, value, headers: [] };
  await writer.prepare([given], signal);
  return Buffer.from(writer.write(given, () => undefined).value ?? []).toString('base64');
}

/** The value that scenarios see for these bytes, or the sentence that says why they are not readable. */
export async function readValue(base64: string, { topic, sources, format }: ValueFormat): Promise<unknown> {
  const reader = await openReader({ value: format }, sources);
  const record = {
    topic,
    partition: 0,
    offset: 0n,
    timestampMs: 0n,
    key: null,
    value: Buffer.from(base64, 'base64'),
    headers: [],
  };
  await reader.prepare([record], signal);
  const viewed = reader.view(record);
  return 'view' in viewed ? viewed.view.value : viewed.unreadable;
}
