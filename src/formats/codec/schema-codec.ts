import { RunError } from '../../base/errors.ts';
import type { SchemaRegistry } from '../../model/schema-registry.ts';
import type { Codec, Decoded, Encoded, FormatSources, Part } from './codec.ts';
import {
  dependenciesOf,
  enlistSchema,
  type LocalSchema,
  readLocalSchema,
  requireRegistry,
} from './local-schema.ts';
import { Once } from './once.ts';
import { resolveReferences } from './resolve-references.ts';
import type { CompiledSchema, SchemaLanguage, SchemaSource } from './schema-language.ts';
import type { SchemaOptions } from './schema-options.ts';
import { Unfit } from './unfit.ts';
import { parseFrame, renderFrame, requireFrame } from './wire-frame.ts';

/** What a schema format is opened with. */
export interface SchemaUse<Own> {
  readonly options: SchemaOptions & Own;
  readonly part: Part;
  readonly sources: FormatSources;
}

/** A compiled schema and, for framed bytes, its id in the registry. */
interface Writer {
  readonly compiled: CompiledSchema;
  readonly schemaId?: number;
}

/**
 * The codec of a format with schemas: a given schema, or that of a subject. Framed bytes are read with the schema that
 * they name, and shown as the given one (or that of `subject`) sees them. It contacts a registry only in `prepare…`.
 * @throws RunError when a file cannot be read, or a registry is needed and there is none
 */
export async function openSchemaCodec<Own>(
  language: SchemaLanguage<Own>,
  use: SchemaUse<Own>,
): Promise<Codec> {
  const { options, sources } = use;
  const local = await readLocalSchema(language, options, sources);
  const isFramed = (options.framing ?? (sources.registry ? 'confluent' : 'none')) === 'confluent';
  if (isFramed || !local) requireRegistry(sources.registry);
  const finder = createSchemaFinder(language, use, local);
  const hasReader = local !== undefined || options.subject !== undefined || !isFramed;
  /** By topic, as the subject may hang on it. */
  const writers = new Once<string, Writer>();
  const readers = new Once<string, CompiledSchema>();
  /** By id; text where there is no such schema, or none that can be used: why. */
  const written = new Once<number, CompiledSchema | string>();
  return {
    prepareEncode: (_value, { topic }, signal) =>
      writers.prepare(topic, () => finder.findWriter(topic, { isFramed, signal })),
    encode(value, { topic }): Encoded {
      const { compiled, schemaId } = prepared(writers.get(topic));
      const payload = compiled.encode(value, isFramed);
      return { bytes: schemaId === undefined ? payload : renderFrame({ schemaId, payload }) };
    },
    prepareDecode(bytes, { topic }, signal) {
      const schemaId = isFramed ? parseFrame(bytes)?.schemaId : undefined;
      const pending = [
        hasReader ? readers.prepare(topic, () => finder.findReader(topic, signal)) : undefined,
        schemaId === undefined
          ? undefined
          : written.prepare(schemaId, () => finder.findById(schemaId, signal)),
      ].filter((one) => one !== undefined);
      return pending.length === 0 ? undefined : Promise.all(pending).then(() => undefined);
    },
    decode(bytes, { topic }): Decoded {
      const reader = hasReader ? prepared(readers.get(topic)) : undefined;
      if (!isFramed) return { value: prepared(reader).decode(bytes, false) };
      const { schemaId, payload } = requireFrame(bytes);
      const writer = prepared(written.get(schemaId));
      if (typeof writer === 'string') throw new Unfit(writer);
      return { value: writer.decode(payload, true, reader), schemaId };
    },
    sample: (random, { topic }) => prepared(writers.get(topic)).compiled.sample(random),
  };
}

/** Whoever encodes or decodes has awaited `prepare…` before. */
function prepared<T>(found: T | undefined): T {
  if (found === undefined) throw new TypeError('a codec is used before it is prepared');
  return found;
}

interface SchemaFinder {
  findWriter(
    topic: string,
    how: { readonly isFramed: boolean; readonly signal: AbortSignal },
  ): Promise<Writer>;
  findReader(topic: string, signal: AbortSignal): Promise<CompiledSchema>;
  /** Text when it cannot be used: why. */
  findById(id: number, signal: AbortSignal): Promise<CompiledSchema | string>;
}

/** Looks schemas up in files and registry, and compiles them. */
function createSchemaFinder<Own>(
  language: SchemaLanguage<Own>,
  { options, part, sources: { registry } }: SchemaUse<Own>,
  local: LocalSchema | undefined,
): SchemaFinder {
  const compile = (origin: string, source: SchemaSource): Promise<CompiledSchema> =>
    compileSchema(language, { origin, source, options });
  const compileLocal = async (given: LocalSchema, signal: AbortSignal): Promise<CompiledSchema> => {
    const dependencies = await dependenciesOf(given, registry, signal);
    return await compile(given.origin, { text: given.text, dependencies });
  };
  const findRegistered = async (topic: string, signal: AbortSignal): Promise<Writer> => {
    const known = requireRegistry(registry);
    const subject = subjectOf({ options, part, topic, recordName: undefined });
    const { version = 'latest' } = options;
    const schema = await known.schemaOf(subject, version, signal);
    if (!schema) throw missingSubject(known, subject, version);
    const dependencies = await resolveReferences(schema.references, known, signal);
    const compiled = await compile(`version ${schema.version} of subject "${subject}"`, {
      ...schema,
      dependencies,
    });
    return { compiled, schemaId: schema.id };
  };
  return {
    async findWriter(topic, { isFramed, signal }) {
      if (!local) {
        const writer = await findRegistered(topic, signal);
        return isFramed ? writer : { compiled: writer.compiled };
      }
      const compiled = await compileLocal(local, signal);
      if (!isFramed) return { compiled };
      const subject = subjectOf({ options, part, topic, recordName: compiled.recordName });
      const { id } = await enlistSchema(
        local,
        { kind: language.kind, subject, register: options.register === true },
        { registry: requireRegistry(registry), signal },
      );
      return { compiled, schemaId: id };
    },
    async findReader(topic, signal) {
      return local ? await compileLocal(local, signal) : (await findRegistered(topic, signal)).compiled;
    },
    async findById(id, signal) {
      const known = requireRegistry(registry);
      const schema = await known.schemaById(id, signal);
      if (!schema) return `the schema registry at ${known.url} has no schema with id ${id}`;
      if (schema.kind !== language.kind)
        return `schema ${id} is of type ${schema.kind}, not ${language.kind}`;
      const dependencies = await resolveReferences(schema.references, known, signal);
      try {
        return await language.compile({ text: schema.text, dependencies }, options);
      } catch (cause) {
        if (cause instanceof Unfit) return `schema ${id} cannot be used: ${cause.message}`;
        throw cause;
      }
    },
  };
}

/** @throws RunError SCHEMA_INVALID */
async function compileSchema<Own>(
  language: SchemaLanguage<Own>,
  {
    origin,
    source,
    options,
  }: { readonly origin: string; readonly source: SchemaSource; readonly options: Own },
): Promise<CompiledSchema> {
  try {
    return await language.compile(source, options);
  } catch (cause) {
    if (!(cause instanceof Unfit)) throw cause;
    throw new RunError('SCHEMA_INVALID', `${origin} cannot be used: ${cause.message}`, {
      hint: cause.hint,
      cause,
    });
  }
}

/** The subject of Confluent's naming strategies. */
function subjectOf({
  options: { subject, strategy = 'topic' },
  part,
  topic,
  recordName,
}: {
  readonly options: SchemaOptions;
  readonly part: Part;
  readonly topic: string;
  readonly recordName: string | undefined;
}): string {
  if (subject !== undefined) return subject;
  if (strategy === 'topic') return `${topic}-${part}`;
  if (recordName === undefined) {
    throw new RunError('SCHEMA_INVALID', `the strategy "${strategy}" needs a schema with a name`, {
      hint: 'give the schema with "file" or "schema", or name the subject',
    });
  }
  return strategy === 'record' ? recordName : `${topic}-${recordName}`;
}

function missingSubject({ url }: SchemaRegistry, subject: string, version: number | 'latest'): RunError {
  const what = version === 'latest' ? `subject "${subject}"` : `version ${version} of subject "${subject}"`;
  return new RunError('SCHEMA_NOT_FOUND', `the schema registry at ${url} has no ${what}`, {
    hint: 'register it there, or give the schema with "file" and "register: true"',
  });
}
