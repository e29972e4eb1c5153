import { type Json, parseJson } from '../model/json.ts';
import type { SchemaKind } from '../model/schema-registry.ts';
import { avroLanguage } from './avro/language.ts';
import { type Codec, defineFormat, type Part } from './codec/codec.ts';
import { Once } from './codec/once.ts';
import { resolveReferences } from './codec/resolve-references.ts';
import type { CompiledSchema, SchemaLanguage } from './codec/schema-language.ts';
import { readUtf8, renderBase64 } from './codec/text.ts';
import { Unfit } from './codec/unfit.ts';
import { parseFrame } from './codec/wire-frame.ts';
import { json } from './json.ts';
import { jsonSchemaLanguage } from './json-schema/language.ts';
import { string } from './string.ts';

/** `auto`: what is used where no format is given. */
export const auto = defineFormat({
  about:
    'written: maps and lists as json, scalars as string; read: what the schema registry knows by its id, a JSON object or array, text, else bytes',
  bare: {},
  open(_options, _part: Part, { registry }): Codec {
    /** By the id in the frame; undefined for one that the registry does not know, or whose schema is of no use. */
    const known = new Once<number, CompiledSchema | undefined>();
    return {
      encode: (value) => ({ bytes: encodeUnframed(value) }),
      prepareDecode(bytes, _site, signal) {
        const framed = registry && parseFrame(bytes);
        if (!framed) return undefined;
        return known.prepare(framed.schemaId, async () => {
          const schema = await registry.schemaById(framed.schemaId, signal);
          if (!schema) return undefined;
          const dependencies = await resolveReferences(schema.references, registry, signal);
          return await compileIfValid(await LANGUAGES[schema.kind](), { text: schema.text, dependencies });
        });
      },
      decode(bytes) {
        const framed = parseFrame(bytes);
        const schema = framed && known.get(framed.schemaId);
        if (!schema) return { value: decodeUnframed(bytes) };
        const decoded = decodeIfFit(schema, framed.payload);
        if (decoded === undefined) return { value: decodeUnframed(bytes) };
        return { value: decoded, schemaId: framed.schemaId };
      },
    };
  },
});

/** What a value becomes where no format is given: maps and lists JSON, other scalars text. */
export function encodeUnframed(value: Json): Uint8Array {
  return (typeof value === 'object' ? json : string).encode(value);
}

/** What bytes are taken for where no format is given. */
function decodeUnframed(bytes: Uint8Array): Json {
  const text = readUtf8(bytes);
  return text === undefined || text.includes('\0') ? renderBase64(bytes) : (structureOf(text) ?? text);
}

const OPENS_STRUCTURE = /^\s*[[{]/;

/** The JSON object or array that a text is. A number or `true` stays text: nothing says that it was meant as JSON. */
function structureOf(text: string): Json | undefined {
  if (!OPENS_STRUCTURE.test(text)) return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** How the schemas of a registry may be written. */
const LANGUAGES: Readonly<Record<SchemaKind, () => Promise<SchemaLanguage<object>>>> = {
  AVRO: () => Promise.resolve(avroLanguage),
  JSON: () => Promise.resolve(jsonSchemaLanguage),
  PROTOBUF: async () => (await import('./protobuf/language.ts')).protobufLanguage, // it takes a while to load
};

/** Bytes may begin like a frame by chance: a long of some size does. */
function decodeIfFit(schema: CompiledSchema, payload: Uint8Array): Json | undefined {
  try {
    return schema.decode(payload, true);
  } catch (cause) {
    if (cause instanceof Unfit) return undefined;
    throw cause;
  }
}

async function compileIfValid(
  language: SchemaLanguage<object>,
  source: Parameters<typeof language.compile>[0],
): Promise<CompiledSchema | undefined> {
  try {
    return await language.compile(source, {});
  } catch (cause) {
    if (cause instanceof Unfit) return undefined;
    throw cause;
  }
}
