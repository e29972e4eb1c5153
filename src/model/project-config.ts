import { z } from 'zod';
import { duration } from './duration.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

const text = z.string().min(1);
/** A value of `env:`; numbers and booleans become their text. May hold `${{ }}`. */
const envValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const topicConfig = z.strictObject({
  partitions: z.int().min(1).optional().describe("how many partitions; default: the broker's"),
  config: z.record(z.string(), envValue).optional().describe('topic configuration, as Kafka names it'),
});

export const kafkaConfig = z.strictObject({
  provider: z
    .enum(['embedded', 'external'])
    .optional()
    .describe('where the broker comes from; default embedded'),
  port: z
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('embedded: a fixed port for programs that cannot be told; default a free one'),
  bootstrap: z
    .union([text.transform((one) => [one]), z.array(text)])
    .optional()
    .describe('external: host:port of one or more brokers'),
  topics: z.record(text, topicConfig.nullable()).optional().describe('created before the services start'),
});
export type KafkaConfig = z.infer<typeof kafkaConfig>;

/** How a service says that it is ready. Exactly one of the probes. */
export const readyConfig = z.strictObject({
  log: text.optional().describe('/regex/ that a line of its output matches'),
  http: z
    .strictObject({ url: text, status: z.int().optional() })
    .optional()
    .describe('a URL that answers, with 2xx or the status given'),
  port: z
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe('a TCP port on this machine that accepts a connection'),
  group: text.optional().describe('a consumer group that is stable with partitions assigned'),
  timeout: duration.optional().describe('default 60s'),
});
export type ReadyConfig = z.infer<typeof readyConfig>;

export const serviceConfig = z.strictObject({
  command: text.describe('the process to start; a shell only where the text needs one'),
  env: z
    .record(text, envValue)
    .optional()
    .describe('added to the inherited environment; may hold ${{ .kafka.bootstrap }}'),
  cwd: text.optional().describe('default: the folder of flowproof.yaml'),
  ready: readyConfig.optional().describe('without it a service is ready once it runs'),
  dependsOn: z.array(text).optional().describe('services that must be ready before this one starts'),
});
export type ServiceConfig = z.infer<typeof serviceConfig>;

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
const environmentConfig = z.looseObject({ variables: variables.optional() }).nullable();

/** `flowproof.yaml`, language.md §8. */
export const projectConfig = z.strictObject({
  scenarios: z
    .union([text.transform((one) => [one]), z.array(text)])
    .optional()
    .describe('globs; default scenarios/**/*.yaml'),
  kafka: kafkaConfig.optional(),
  services: z.record(text, serviceConfig).optional(),
  variables: variables.optional(),
  environments: z.record(text, environmentConfig).optional(),
  defaults: z.strictObject({ timeout: duration.optional().describe('of a scenario; default 5m') }).optional(),
});
export type ProjectConfig = z.infer<typeof projectConfig>;
