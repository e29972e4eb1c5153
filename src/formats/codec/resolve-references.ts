import { RunError } from '../../base/errors.ts';
import type { SchemaReference, SchemaRegistry } from '../../model/schema-registry.ts';
import type { Dependency } from './schema-language.ts';

/**
 * All that registered schemas refer to, directly or not, each once, those first that others need.
 * @throws RunError SCHEMA_NOT_FOUND, SCHEMA_REGISTRY_*
 */
export async function resolveReferences(
  references: readonly SchemaReference[],
  registry: SchemaRegistry,
  signal: AbortSignal,
): Promise<readonly Dependency[]> {
  const found = new Map<string, Dependency>();
  const visited = new Set<string>();
  const visit = async (reference: SchemaReference): Promise<void> => {
    const key = `${reference.name} ${reference.subject} ${reference.version}`;
    if (visited.has(key)) return;
    visited.add(key);
    const schema = await registry.schemaOf(reference.subject, reference.version, signal);
    if (!schema) throw missingReference(reference, registry);
    for (const inner of schema.references) await visit(inner);
    found.set(key, { name: reference.name, text: schema.text });
  };
  for (const reference of references) await visit(reference);
  return [...found.values()];
}

function missingReference({ name, subject, version }: SchemaReference, { url }: SchemaRegistry): RunError {
  return new RunError(
    'SCHEMA_NOT_FOUND',
    `the schema registry at ${url} has no version ${version} of subject "${subject}", which a schema refers to as "${name}"`,
  );
}
