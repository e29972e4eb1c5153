import type { z } from 'zod';
import type { Json } from '../../model/json.ts';
import type { RecordHeader } from '../../model/record.ts';
import type { SchemaRegistry } from '../../model/schema-registry.ts';
import type { SchemaLanguage } from './schema-language.ts';

/** The two halves of a record. */
export type Part = 'key' | 'value';

/** Where bytes come from or go to: the rest of the record. */
export interface Site {
  readonly part: Part;
  readonly topic: string;
  readonly headers: readonly RecordHeader[];
}

/** What a value became; some formats write a part of it into headers. */
export interface Encoded {
  readonly bytes: Uint8Array;
  /** Added after the record's own. */
  readonly headers?: readonly RecordHeader[];
}

/** What bytes became. */
export interface Decoded {
  readonly value: Json;
  /** The schema that the bytes were written with, as the registry numbers it. */
  readonly schemaId?: number;
}

/** A format, opened for one half of the records of one task. Null never reaches it: that is null in every format. */
export interface Codec {
  /**
   * Fetches what the writing of this value needs from a schema registry; undefined when nothing is missing.
   * @throws RunError SCHEMA_REGISTRY_*
   */
  prepareEncode?(value: Json, site: Site, signal: AbortSignal): Promise<void> | undefined;
  /** @throws Unfit */
  encode(value: Json, site: Site): Encoded;
  /** Fetches the schemas that these bytes name and that are not known yet; undefined when none are missing. */
  prepareDecode?(bytes: Uint8Array, site: Site, signal: AbortSignal): Promise<void> | undefined;
  /** @throws Unfit */
  decode(bytes: Uint8Array, site: Site): Decoded;
  /** A value that the schema allows; absent for formats without schema. `random` gives numbers from 0 up to 1. */
  sample?(random: () => number, site: Site): Json;
}

/** What formats with schemas look things up in. */
export interface FormatSources {
  /** Absent when the project configures none. */
  readonly registry: SchemaRegistry | undefined;
  /** The text of a schema file. The path is as written in the scenario, or joined to that of the file that imports it. */
  readFile(path: string): Promise<string>;
}

/** A format as the family lists it. `Options` is what may stand under its name in a scenario. */
export interface Format<Options extends z.ZodType = z.ZodType> {
  /** For editor help and the reference: what the bytes are. */
  readonly about: string;
  /** Absent for formats without options. */
  readonly options?: Options;
  /** What the name alone means; absent for a format that must be told. */
  readonly bare?: z.output<Options>;
  /** Of formats with schemas: what those are written in. */
  language?(): Promise<SchemaLanguage<object>>;
  open(options: z.output<Options>, part: Part, sources: FormatSources): Codec | Promise<Codec>;
}

/** Gives a format its types. */
export function defineFormat<Options extends z.ZodType>(format: Format<Options>): Format<Options> {
  return format;
}

/** A format that is bytes ⇄ value and nothing else. */
export interface PlainFormat extends Format {
  /** @throws Unfit */
  encode(value: Json): Uint8Array;
  /** @throws Unfit */
  decode(bytes: Uint8Array): Json;
}

/** Makes a format of its two directions. */
export function definePlainFormat(plain: Pick<PlainFormat, 'about' | 'encode' | 'decode'>): PlainFormat {
  const codec: Codec = {
    encode: (value) => ({ bytes: plain.encode(value) }),
    decode: (bytes) => ({ value: plain.decode(bytes) }),
  };
  return { ...plain, bare: {}, open: () => codec };
}
