import { z } from 'zod';
import { tlsConfig } from './kafka-security.ts';

const text = z.string().min(1);

/** How to log in. Every text may hold `${{ }}`. */
const authConfig = z.union([
  z.strictObject({
    basic: z
      .strictObject({
        username: text.describe('may be an expression'),
        password: text.describe('best from a variable with secret: true'),
      })
      .describe('HTTP basic authentication'),
  }),
  z.strictObject({ bearer: text.describe('a token, best from a variable with secret: true') }),
]);

const registeredSchema = z.union([
  text.describe('a file: .avsc, .json or .proto'),
  z.strictObject({
    file: text.describe('.avsc, .json or .proto'),
    references: z
      .array(
        z.strictObject({
          name: text.describe('what the schema calls it: a full name, an import path, or a URI'),
          subject: text.describe('that it is registered under'),
          version: z.int().min(1).describe('of the subject'),
        }),
      )
      .optional()
      .describe('what the schema refers to; must be registered before it'),
  }),
]);

/** `schemaRegistry:` of flowproof.yaml. */
export const schemaRegistryConfig = z
  .strictObject({
    provider: z
      .enum(['embedded', 'docker', 'external'])
      .optional()
      .describe('where the registry comes from; default embedded, with "url" external'),
    url: text.optional().describe('external: with its path, for Apicurio /apis/ccompat/v7'),
    port: z
      .int()
      .min(0)
      .max(65_535)
      .optional()
      .describe('embedded, docker: a fixed port for programs that cannot be told; default a free one'),
    image: text
      .optional()
      .describe('docker: apicurio/apicurio-registry (default), confluentinc/cp-schema-registry'),
    auth: authConfig.optional().describe('external: how to log in'),
    tls: tlsConfig.optional().describe('external: certificates of an https url'),
    schemas: z
      .record(text, registeredSchema)
      .optional()
      .describe('registered by subject, in this order, before the services start'),
  })
  .superRefine(({ provider, url }, context) => {
    const isExternal = (provider ?? (url === undefined ? 'embedded' : 'external')) === 'external';
    const refuse = (path: string, message: string, hint: string): void =>
      context.addIssue({ code: 'custom', path: [path], message, params: { hint } });
    if (isExternal && url === undefined)
      refuse('provider', 'an external schema registry without "url"', 'add "url: http://…"');
    if (!isExternal && url !== undefined)
      refuse('url', `"url" beside the provider "${provider}"`, 'leave out one of the two');
  });
export type SchemaRegistryConfig = z.infer<typeof schemaRegistryConfig>;
