import { describeError, FlowproofError, RunError } from '../../base/errors.ts';
import type {
  SchemaReference,
  SchemaRegistry,
  SchemaText,
  SubjectVersion,
} from '../../model/schema-registry.ts';
import type { FormatSources } from './codec.ts';
import { resolveReferences } from './resolve-references.ts';
import type { Dependency, SchemaLanguage } from './schema-language.ts';
import type { SchemaOptions } from './schema-options.ts';

/** A schema that a scenario gives, with what it refers to. */
export interface LocalSchema {
  readonly text: string;
  /** For errors: the file, or that it stands in the scenario. */
  readonly origin: string;
  /** From files; they need registering too. */
  readonly local: readonly Dependency[];
  /** The names of those that it uses itself. */
  readonly uses: readonly string[];
  /** Registered already. */
  readonly registered: readonly SchemaReference[];
}

/** Reads what `file` or `schema` gives; undefined when the scenario leaves it to the registry. */
export async function readLocalSchema<Own>(
  language: SchemaLanguage<Own>,
  { file, schema, references = [] }: SchemaOptions,
  { readFile }: Pick<FormatSources, 'readFile'>,
): Promise<LocalSchema | undefined> {
  const text = file === undefined ? schema : await readText(file, readFile);
  if (text === undefined) return undefined;
  const local: Dependency[] = [];
  for (const path of references.filter((one) => typeof one === 'string')) {
    const dependency = await readText(path, readFile);
    const uses = local.map(({ name }) => name);
    local.push({ name: language.referenceName(path, dependency), text: dependency, uses });
  }
  const imports = await language.readImports?.({ text, file }, readFile);
  return {
    text,
    origin: file ?? 'the schema of the scenario',
    local: [...local, ...(imports?.dependencies ?? [])],
    uses: [...local.map(({ name }) => name), ...(imports?.uses ?? [])],
    registered: references.filter((one) => typeof one !== 'string'),
  };
}

/** @throws RunError FILE_NOT_READABLE */
async function readText(path: string, readFile: FormatSources['readFile']): Promise<string> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof FlowproofError) throw cause;
    throw new RunError(
      'FILE_NOT_READABLE',
      `the schema file "${path}" cannot be read: ${describeError(cause)}`,
      { cause },
    );
  }
}

/** The texts that a schema needs to be compiled. @throws RunError when the registry is needed and lacks some */
export async function dependenciesOf(
  { local, registered }: LocalSchema,
  registry: SchemaRegistry | undefined,
  signal: AbortSignal,
): Promise<readonly Dependency[]> {
  if (registered.length === 0) return local;
  return [...(await resolveReferences(registered, requireRegistry(registry), signal)), ...local];
}

/** Finds the schema under a subject, or registers it with its dependencies, each under its own name. */
export async function enlistSchema(
  schema: LocalSchema,
  {
    kind,
    subject,
    register,
  }: { readonly kind: SchemaText['kind']; readonly subject: string; readonly register: boolean },
  { registry, signal }: { readonly registry: SchemaRegistry; readonly signal: AbortSignal },
): Promise<SubjectVersion> {
  const enlist = async (name: string, text: SchemaText): Promise<SubjectVersion> => {
    if (register) return await registry.register(name, text, signal);
    const found = await registry.lookUp(name, text, signal);
    if (found) return found;
    throw new RunError(
      'SCHEMA_NOT_FOUND',
      `the schema registry at ${registry.url} does not have ${schema.origin} under subject "${name}"`,
      {
        hint: 'add "register: true" to the format to register it',
      },
    );
  };
  const known = new Map<string, SchemaReference>();
  for (const { name, text, uses = [] } of schema.local) {
    const references = uses.flatMap((use) => known.get(use) ?? []);
    const { version } = await enlist(name, { kind, text, references });
    known.set(name, { name, subject: name, version });
  }
  return await enlist(subject, {
    kind,
    text: schema.text,
    references: [...schema.registered, ...schema.uses.flatMap((name) => known.get(name) ?? [])],
  });
}

/** @throws RunError when there is no registry */
export function requireRegistry(registry: SchemaRegistry | undefined): SchemaRegistry {
  if (registry) return registry;
  throw new RunError(
    'SCHEMA_NOT_FOUND',
    'the format needs a schema registry, and flowproof.yaml names none',
    {
      hint: 'add "schemaRegistry: { provider: embedded }" to flowproof.yaml, or give the schema with "file" or "schema"',
    },
  );
}
