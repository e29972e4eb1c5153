import { z } from 'zod';
import { LEVELS, type Level } from '../compatibility.ts';
import { languages } from '../languages/index.ts';
import type { GivenSchema } from '../registry.ts';
import { refusals } from '../registry-error.ts';
import { MODES, type Mode } from '../store.ts';

const schemaBody = z.object({
  schema: z.string(),
  schemaType: z.enum(Object.keys(languages) as [keyof typeof languages]).nullish(), // zod wants a non-empty tuple
  references: z.array(z.object({ name: z.string(), subject: z.string(), version: z.int() })).nullish(),
  metadata: z.unknown().optional(),
  ruleSet: z.unknown().optional(),
  id: z.int().nullish(),
  version: z.int().nullish(),
});

/** The schema of a request. @throws RegistryError 42201 */
export function parseSchemaBody(body: unknown): GivenSchema {
  const parsed = schemaBody.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refusals.invalidSchema(`${issue?.path.join('.') || 'body'}: ${issue?.message}`);
  }
  const { schema, schemaType, references, metadata, ruleSet, id, version } = parsed.data;
  return {
    kind: schemaType ?? 'AVRO',
    text: schema,
    references: references ?? [],
    extras: { ...(metadata ? { metadata } : {}), ...(ruleSet ? { ruleSet } : {}) },
    id: id === null || id === -1 ? undefined : id,
    version: version === null || version === -1 ? undefined : version,
  };
}

/** @throws RegistryError 42203 */
export function parseLevelBody(body: unknown): Level {
  const { data } = z
    .object({ compatibility: z.string().transform((text) => text.toUpperCase()) })
    .safeParse(body);
  const level = LEVELS.find((one) => one === data?.compatibility);
  if (!level) throw refusals.invalidCompatibility();
  return level;
}

/** @throws RegistryError 42204 */
export function parseModeBody(body: unknown): Mode {
  const { data } = z.object({ mode: z.string().transform((text) => text.toUpperCase()) }).safeParse(body);
  const mode = MODES.find((one) => one === data?.mode);
  if (!mode) throw refusals.invalidMode();
  return mode;
}

const GREATEST_VERSION = 2 ** 31 - 1;

/** `latest` (also `-1`) or a number from 1. @throws RegistryError 42202 */
export function parseVersionName(text: string): number | 'latest' {
  if (text === 'latest' || text === '-1') return 'latest';
  const version = Number(text);
  if (!/^\d+$/.test(text) || version < 1 || version > GREATEST_VERSION) throw refusals.invalidVersion(text);
  return version;
}
