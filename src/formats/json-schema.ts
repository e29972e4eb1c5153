import { z } from 'zod';
import { defineFormat } from './codec/codec.ts';
import { openSchemaCodec } from './codec/schema-codec.ts';
import { checkSchemaOptions, schemaOptions } from './codec/schema-options.ts';
import { jsonSchemaLanguage } from './json-schema/language.ts';

/** `json-schema`: JSON text that a schema allows, alone or behind Confluent's schema id. */
export const jsonSchema = defineFormat({
  about:
    "JSON text that a JSON Schema allows; behind the schema id of Confluent's wire format when there is a schema registry",
  options: z.strictObject(schemaOptions).superRefine(checkSchemaOptions),
  bare: {},
  language: async () => jsonSchemaLanguage,
  open: (options, part, sources) => openSchemaCodec(jsonSchemaLanguage, { options, part, sources }),
});
