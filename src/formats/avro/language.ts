import type { CompiledSchema, SchemaLanguage } from '../codec/schema-language.ts';
import { type AvroNames, parseAvro } from './parse.ts';
import { compileAvroReader } from './read.ts';
import { sampleAvro } from './sample.ts';
import { type AvroType, nameOf } from './schema.ts';
import { writeAvro } from './write.ts';

/** What only Avro takes. */
export interface AvroOptions {
  readonly logicalTypes?: boolean | undefined;
}

interface CompiledAvro extends CompiledSchema {
  readonly type: AvroType;
}

/** Avro, as schemas of formats and of registries use it. */
export const avroLanguage: SchemaLanguage<AvroOptions> = {
  kind: 'AVRO',
  compile({ text, dependencies }, { logicalTypes }) {
    const names: AvroNames = new Map();
    for (const dependency of dependencies) parseAvro(dependency.text, { names, logicalTypes });
    return compileAvro(parseAvro(text, { names, logicalTypes }));
  },
  referenceName(_file, text) {
    return nameOf(parseAvro(text));
  },
};

function compileAvro(type: AvroType): CompiledAvro {
  const readers = new Map<AvroType, (bytes: Uint8Array) => ReturnType<typeof sampleAvro>>();
  return {
    type,
    recordName: 'name' in type ? type.name : undefined,
    encode: (value) => writeAvro(value, type),
    decode(bytes, _isFramed, reader) {
      const seenAs = (reader as CompiledAvro | undefined)?.type ?? type; // a codec has one language only
      const read = readers.get(seenAs) ?? compileAvroReader(type, seenAs);
      readers.set(seenAs, read);
      return read(bytes);
    },
    sample: (random) => sampleAvro(type, random),
  };
}
