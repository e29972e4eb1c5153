import { z } from 'zod';
import { auto } from './auto.ts';
import type { Codec, Format, FormatSources, Part } from './codec/codec.ts';
import { plainFormats } from './plain-formats.ts';

/** The formats of keys and values, language.md §4. A format is its file and its line here (or in plain-formats.ts). */
export const formats = { auto, ...plainFormats } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;

/** What stands under `format: { key: … }` or `value`: a format's name, or a map of it to its options. */
export const formatSpec = z
  .enum(Object.keys(formats) as [FormatName, ...FormatName[]]) // zod wants a non-empty tuple
  .describe('how the bytes of keys or values are written and read; default auto');
export type FormatSpec = z.output<typeof formatSpec>;

/** `format:` of a task. */
export const recordFormat = z.strictObject({ key: formatSpec.optional(), value: formatSpec.optional() });
export type RecordFormat = z.output<typeof recordFormat>;

/** Opens a format for one half of a task's records. @throws RunError when a schema file or the registry fails */
export async function openFormat(
  spec: FormatSpec | undefined,
  part: Part,
  sources: FormatSources,
): Promise<Codec> {
  return await formats[spec ?? 'auto'].open({}, part, sources);
}

/** The name that errors call a format by. */
export function nameFormat(spec: FormatSpec | undefined): FormatName {
  return spec ?? 'auto';
}
