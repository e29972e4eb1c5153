import { z } from 'zod';
import { avroLanguage } from './avro/language.ts';
import { defineFormat } from './codec/codec.ts';
import { openSchemaCodec } from './codec/schema-codec.ts';
import { checkSchemaOptions, schemaOptions } from './codec/schema-options.ts';

/** `avro`: Avro's binary encoding, alone or behind Confluent's schema id. */
export const avro = defineFormat({
  about:
    "Avro's binary encoding; behind the schema id of Confluent's wire format when there is a schema registry",
  options: z
    .strictObject({
      ...schemaOptions,
      logicalTypes: z
        .boolean()
        .optional()
        .describe(
          'show times, decimals and the like as what they mean, not as the numbers underneath; default true',
        ),
    })
    .superRefine(checkSchemaOptions),
  bare: {},
  language: async () => avroLanguage,
  open: (options, part, sources) => openSchemaCodec(avroLanguage, { options, part, sources }),
});
