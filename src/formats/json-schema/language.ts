import { isJsonObject, type Json } from '../../model/json.ts';
import { compileJsonSchema } from '../../model/validate-json.ts';
import type { CompiledSchema, SchemaLanguage } from '../codec/schema-language.ts';
import { encodeUtf8 } from '../codec/text.ts';
import { Unfit } from '../codec/unfit.ts';
import { decodeJson, json } from '../json.ts';
import { sampleJsonSchema } from './sample.ts';

interface CompiledJson extends CompiledSchema {
  /** @throws Unfit for the first violation */
  check(value: Json): void;
}

/** JSON Schema, as schemas of formats use it: the bytes are JSON text, the schema says which. */
export const jsonSchemaLanguage: SchemaLanguage<object> = {
  kind: 'JSON',
  compile({ text, dependencies }) {
    const schema = parseSchema(text);
    const references = dependencies.map((one) => ({ name: one.name, schema: parseSchema(one.text) }));
    return compileJson(schema, compileJsonSchema(schema, references));
  },
  referenceName: (file) => file,
};

function compileJson(schema: Json, violations: ReturnType<typeof compileJsonSchema>): CompiledJson {
  const compiled: CompiledJson = {
    recordName: isJsonObject(schema) && typeof schema.title === 'string' ? schema.title : undefined,
    check(value) {
      const [first] = violations(value);
      if (first) throw new Unfit(`${first.path}${first.path === '' ? '' : ': '}${first.message}`);
    },
    encode(value) {
      compiled.check(value);
      return json.encode(value);
    },
    decode(bytes, _isFramed, reader) {
      const value = decodeJson(bytes);
      ((reader as CompiledJson | undefined) ?? compiled).check(value); // a codec has one language only
      return value;
    },
    sample: (random) => sampleJsonSchema(schema, random),
  };
  return compiled;
}

function parseSchema(text: string): Json {
  const schema = decodeJson(encodeUtf8(text));
  if (isJsonObject(schema) || typeof schema === 'boolean') return schema;
  throw new Unfit('a JSON schema is an object, true or false');
}
