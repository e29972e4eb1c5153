import { z } from 'zod';
import { defineFormat } from './codec/codec.ts';
import { openSchemaCodec } from './codec/schema-codec.ts';
import { checkSchemaOptions, schemaOptions } from './codec/schema-options.ts';
import type { protobufLanguage } from './protobuf/language.ts';

/** `protobuf`: a message's bytes, alone or behind Confluent's schema id and message index. */
export const protobuf = defineFormat({
  about:
    "a Protobuf message; behind the schema id of Confluent's wire format when there is a schema registry",
  options: z
    .strictObject({
      ...schemaOptions,
      message: z
        .string()
        .min(1)
        .optional()
        .describe('its full name, acme.Order; default the first of the file'),
    })
    .superRefine(checkSchemaOptions),
  bare: {},
  language: loadLanguage,
  open: async (options, part, sources) => openSchemaCodec(await loadLanguage(), { options, part, sources }),
});

/** Only for those who use it: it takes a while to load. */
async function loadLanguage(): Promise<typeof protobufLanguage> {
  return (await import('./protobuf/language.ts')).protobufLanguage;
}
