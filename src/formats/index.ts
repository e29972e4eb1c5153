import { z } from 'zod';
import type { NamedFile } from '../model/named-file.ts';
import { auto } from './auto.ts';
import { avro } from './avro.ts';
import { cloudevents } from './cloudevents.ts';
import type { Codec, Format, FormatSources, Part } from './codec/codec.ts';
import { findFileFault, type SchemaFiles } from './codec/find-file-fault.ts';
import type { SchemaOptions } from './codec/schema-options.ts';
import { jsonSchema } from './json-schema.ts';
import { plainFormats } from './plain-formats.ts';
import { protobuf } from './protobuf.ts';
import { windowed } from './windowed.ts';

/** The formats of keys and values, language.md §4. A format is its file and its line here (or in plain-formats.ts). */
export const formats = {
  auto,
  ...plainFormats,
  avro,
  protobuf,
  'json-schema': jsonSchema,
  cloudevents,
  windowed,
} as const satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;

const names = Object.keys(formats) as FormatName[]; // the registry has no other keys
const bareNames = names.filter((name) => (formats[name] as Format).bare !== undefined);

/** A format with its options: `{ avro: { file: order.avsc } }`. */
const withOptions = Object.entries<Format>(formats).flatMap(([name, { about, options }]) =>
  options ? [z.strictObject({ [name]: options.describe(about) }).describe(about)] : [],
);

/** What stands under `format: { key: … }` or `value`: a format's name, or a map of it to its options. */
export const formatSpec: z.ZodType<FormatSpec> = z
  .union([
    // zod wants a non-empty tuple of names
    z.enum(bareNames as [FormatName]),
    ...withOptions,
  ])
  .meta({
    description: 'how the bytes of keys or values are written and read; default auto',
    examples: [
      ...bareNames,
      { avro: { subject: 'orders-value', version: 'latest' } },
      { protobuf: { file: 'order.proto', message: 'acme.Order' } },
      { 'json-schema': { file: 'order.json' } },
      { cloudevents: 'binary' },
      { windowed: 'string' },
    ],
  });
export type FormatSpec = FormatName | Readonly<Record<string, unknown>>;

/** `format:` of a task. */
export type RecordFormat = { readonly [P in Part]?: FormatSpec | undefined };

/** Opens a format for one half of a task's records. @throws RunError when a schema file or the registry fails */
export async function openFormat(
  spec: FormatSpec | undefined,
  part: Part,
  sources: FormatSources,
): Promise<Codec> {
  const name = nameFormat(spec);
  const format: Format = formats[name];
  const options = typeof spec === 'object' ? spec[name] : format.bare;
  return await format.open(options, part, sources);
}

/** The name that errors call a format by. */
export function nameFormat(spec: FormatSpec | undefined): FormatName {
  if (typeof spec !== 'object') return spec ?? 'auto';
  return names.find((name) => name in spec) ?? 'auto';
}

/** The schema files that `format:` as it is written names, with where it does: for checking them before anything runs. */
export function filesOfFormat(
  format: { readonly [P in Part]?: object | string | undefined } | undefined,
): readonly NamedFile[] {
  return Object.entries(format ?? {}).flatMap(([part, spec]) => {
    if (typeof spec !== 'object') return [];
    const name = nameFormat(spec as FormatSpec);
    const options = ((spec as Readonly<Record<string, unknown>>)[name] ?? {}) as Partial<SchemaOptions>;
    const { file, references = [] } = options; // formats without schema have neither
    const at = ['format', part, name];
    return [
      ...(typeof file === 'string' // and no expression
        ? [{ file, path: [...at, 'file'], check: checkOfSchema(name, { ...options, file }) }]
        : []),
      ...references.flatMap((one, index) =>
        typeof one === 'string' ? [{ file: one, path: [...at, 'references', index] }] : [],
      ),
    ];
  });
}

/** How a schema file of a format is looked into before anything runs. */
export function checkOfSchema(name: FormatName, files: SchemaFiles): NonNullable<NamedFile['check']> {
  return async (read) => {
    const language = await (formats[name] as Format).language?.();
    return language && findFileFault(language, files, read);
  };
}
