import type { FoundVersion } from '../registry.ts';
import type { StoredSchema } from '../store.ts';

/** The parts of a schema as answers have them; what is the default is left out, as Confluent does. */
export function renderStored(
  { kind, parsed, references, extras, guid }: StoredSchema,
  format: string | null,
): Record<string, unknown> {
  return {
    ...(kind === 'AVRO' ? {} : { schemaType: kind }),
    schema: renderText(parsed, format),
    ...(references.length === 0 ? {} : { references }),
    ...extras,
    guid,
  };
}

/** A version with its subject. */
export function renderVersion(
  { subject, version, schema }: FoundVersion,
  format: string | null,
): Record<string, unknown> {
  return { subject, version, id: schema.id, ...renderStored(schema, format) };
}

/** The text of a schema; `serialized` is a Protobuf file descriptor in base64. */
export function renderText({ canonical, serialized }: StoredSchema['parsed'], format: string | null): string {
  return format === 'serialized' && serialized !== undefined ? serialized : canonical;
}
