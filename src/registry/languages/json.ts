import { describeError } from '../../base/errors.ts';
import { Unfit } from '../../formats/codec/unfit.ts';
import { isJsonObject, type Json, parseJson, renderJson } from '../../model/json.ts';
import { jsonObstacles } from './json-obstacles.ts';
import type { ParsedSchema, RegistryLanguage } from './language.ts';

interface ParsedJson extends ParsedSchema {
  readonly schema: Json;
}

/** JSON Schema to the registry. */
export const json: RegistryLanguage = {
  kind: 'JSON',
  parse(text) {
    const schema = parseSchema(text);
    const canonical = renderJson(schema);
    const parsed: ParsedJson = {
      schema,
      canonical,
      identity: canonical,
      obstaclesToReading: (writer) => jsonObstacles(schema, (writer as ParsedJson).schema), // a subject's schemas are of one kind
    };
    return parsed;
  },
};

function parseSchema(text: string): Json {
  try {
    const schema = parseJson(text);
    if (isJsonObject(schema) || typeof schema === 'boolean') return schema;
  } catch (cause) {
    throw new Unfit(`the JSON schema is not JSON: ${describeError(cause)}`);
  }
  throw new Unfit('a JSON schema is an object, true or false');
}
