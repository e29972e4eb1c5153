import { z } from 'zod';
import { RunError } from '../base/errors.ts';
import type {
  RegisteredSchema,
  SchemaKind,
  SchemaRegistry,
  SchemaText,
  SubjectVersion,
} from '../model/schema-registry.ts';
import { askRegistry, type RegistryAccess, type RegistryAnswer } from './schema-registry-http.ts';

const kind = z.enum(['AVRO', 'JSON', 'PROTOBUF']);
const schemaBody = z.object({
  schema: z.string(),
  schemaType: kind.default('AVRO'),
  references: z.array(z.object({ name: z.string(), subject: z.string(), version: z.int() })).nullish(),
});
const versionBody = schemaBody.extend({ subject: z.string(), version: z.int(), id: z.int() });
const idBody = z.object({ id: z.int() });
const problemBody = z.object({ error_code: z.int().optional(), message: z.string().optional() });

/**
 * A client of a Confluent-compatible schema registry; contacts it on the first question. What has an id or a version
 * number never changes and is asked for once.
 */
export function connectSchemaRegistry(access: RegistryAccess): SchemaRegistry {
  const ask = (path: string, signal: AbortSignal, body?: SchemaText): Promise<RegistryAnswer> =>
    askRegistry(access, { path, signal, ...(body ? { body: renderSchema(body) } : {}) });
  const byId = new Map<number, RegisteredSchema>();
  const byVersion = new Map<string, SubjectVersion>();
  return {
    url: access.url,
    async schemaById(id, signal) {
      const known = byId.get(id);
      if (known) return known;
      const answer = await ask(`/schemas/ids/${id}`, signal);
      if (answer.status === 404) return undefined;
      const schema = { id, ...toSchema(accept(answer, { access, body: schemaBody })) };
      byId.set(id, schema);
      return schema;
    },
    async schemaOf(subject, version, signal) {
      const key = `${version} ${subject}`;
      const known = byVersion.get(key);
      if (known) return known;
      const answer = await ask(`/subjects/${encodeURIComponent(subject)}/versions/${version}`, signal);
      if (answer.status === 404) return undefined;
      const found = toVersion(accept(answer, { access, body: versionBody }));
      if (version !== 'latest') byVersion.set(key, found);
      return found;
    },
    async lookUp(subject, schema, signal) {
      const answer = await ask(`/subjects/${encodeURIComponent(subject)}`, signal, schema);
      return answer.status === 404 ? undefined : toVersion(accept(answer, { access, body: versionBody }));
    },
    async register(subject, schema, signal) {
      const answer = await ask(`/subjects/${encodeURIComponent(subject)}/versions`, signal, schema);
      const { id } = accept(answer, { access, body: idBody, what: `subject "${subject}"` });
      const found = await this.lookUp(subject, schema, signal);
      if (found) return { ...found, id };
      throw new RunError(
        'SCHEMA_REGISTRY_REFUSED',
        `the schema registry at ${access.url} registered a schema under "${subject}" and then did not find it`,
      );
    },
  };
}

function renderSchema({ kind: schemaType, text, references }: SchemaText): {
  [key: string]: string | { name: string; subject: string; version: number }[];
} {
  return {
    schema: text,
    ...(schemaType === 'AVRO' ? {} : { schemaType }),
    ...(references.length === 0
      ? {}
      : { references: references.map(({ name, subject, version }) => ({ name, subject, version })) }),
  };
}

function toSchema({ schema, schemaType, references }: z.output<typeof schemaBody>): SchemaText {
  return { kind: schemaType satisfies SchemaKind, text: schema, references: references ?? [] };
}

function toVersion({ subject, version, id, ...schema }: z.output<typeof versionBody>): SubjectVersion {
  return { subject, version, id, ...toSchema(schema) };
}

/** The body of a good answer. @throws RunError SCHEMA_REGISTRY_REFUSED for any other */
function accept<Body extends z.ZodType>(
  { status, body }: RegistryAnswer,
  expected: { readonly access: RegistryAccess; readonly body: Body; readonly what?: string },
): z.output<Body> {
  const at = `the schema registry at ${expected.access.url}`;
  if (status >= 400) {
    const problem = problemBody.safeParse(body).data;
    const why = problem?.message ?? 'without saying why';
    const code = problem?.error_code ?? status;
    throw new RunError(
      'SCHEMA_REGISTRY_REFUSED',
      `${at} refuses ${expected.what ?? 'the request'} (${code}): ${why}`,
      {
        hint:
          status === 409
            ? "the schema is not compatible with earlier versions of the subject; change it, or the subject's compatibility"
            : undefined,
      },
    );
  }
  const parsed = expected.body.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new RunError('SCHEMA_REGISTRY_REFUSED', `${at} answers in a form that no registry does`, {
    cause: parsed.error,
  });
}
