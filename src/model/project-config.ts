import { z } from 'zod';
import { duration } from './duration.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { kafkaConfig } from './kafka-config.ts';
import { redactionRules } from './redaction-rules.ts';
import { schemaRegistryConfig } from './schema-registry-config.ts';
import { services } from './service-config.ts';

const text = z.string().min(1);

/** A variable that takes its value from the environment of the process. */
export interface EnvironmentReference {
  readonly fromEnv: string;
  /** Its value never appears in any output. */
  readonly secret?: boolean;
  /** When it is not set. */
  readonly default?: Json;
}

/** Is this value of a variable a reference to the environment, rather than the value itself? */
export function isEnvironmentReference(value: unknown): value is EnvironmentReference & JsonObject {
  return isJsonObject(value) && typeof value.fromEnv === 'string';
}

const REFERENCE_KEYS = ['fromEnv', 'secret', 'default'];

/** Any value, or `{ fromEnv: NAME, secret: true }`. */
export const variable = z
  .unknown()
  .superRefine((value, context) => {
    if (!isJsonObject(value) || !('fromEnv' in value)) return;
    const { fromEnv, secret = false } = value;
    const hint = 'write { fromEnv: NAME, secret: true, default: value }; all but the first are optional';
    const refuse = (message: string, key: string): void =>
      context.addIssue({ code: 'custom', message, path: [key], params: { hint } });
    if (typeof fromEnv !== 'string' || fromEnv === '')
      refuse('"fromEnv" takes the name of an environment variable', 'fromEnv');
    if (typeof secret !== 'boolean') refuse('"secret" is true or false', 'secret');
    for (const key of Object.keys(value).filter((one) => !REFERENCE_KEYS.includes(one)))
      refuse(`unknown key "${key}" beside "fromEnv"`, key);
  })
  .describe('any value, or { fromEnv: NAME, secret: true } for one of an environment variable');

const variables = z.record(text, variable);

/** An environment overrides any section by deep merge, and adds variables. Checked again after the merge. */
const environmentConfig = z
  .looseObject({
    variables: variables.optional().describe('values for `.env` and `.variables`'),
  })
  .nullable();

/** `flowproof.yaml`, language.md §8. */
export const projectConfig = z.strictObject({
  scenarios: z
    .union([text.transform((one) => [one]), z.array(text)])
    .optional()
    .describe('globs; default "scenarios/**/*.yaml"'),
  kafka: kafkaConfig.optional().describe('the cluster under the run, or several; default embedded'),
  schemaRegistry: schemaRegistryConfig
    .optional()
    .describe('a Confluent-compatible schema registry, for the formats and the services'),
  services: services.optional().describe('the services under test, by name'),
  suites: z
    .record(
      text,
      z.strictObject({
        fresh: z.boolean().optional().describe('as `fresh` of each of its scenarios; default false'),
      }),
    )
    .optional()
    .describe('what the scenarios of a suite have in common, by its name'),
  traces: z
    .boolean()
    .optional()
    .describe(
      'receive the OpenTelemetry spans of the services: they are told where by OTEL_EXPORTER_OTLP_ENDPOINT, and `.traces.url`',
    ),
  variables: variables.optional().describe('values for `.variables`, evaluated once, in order'),
  environments: z
    .record(text, environmentConfig)
    .optional()
    .describe('override any section by deep merge, where null takes away; chosen by --env'),
  defaults: z
    .strictObject({
      timeout: duration.optional().describe('of a scenario; default 5m'),
      retries: z.int().min(0).max(100).optional().describe('how often a scenario is run again; default 0'),
      concurrency: z
        .union([z.literal('auto'), z.int().min(1)])
        .optional()
        .describe('how many scenarios at a time; default auto: as many as there are processors'),
    })
    .optional()
    .describe('what scenarios do not say themselves'),
  redact: redactionRules.optional().describe('what reports and output leave out, beside secrets'),
});
export type ProjectConfig = z.infer<typeof projectConfig>;
