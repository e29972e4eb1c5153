/** What a registered schema is written in, as the registry's `schemaType` says it. */
export type SchemaKind = 'AVRO' | 'JSON' | 'PROTOBUF';

/** Another registered schema that a schema's text uses: by full name (Avro), path (Protobuf) or URL (JSON Schema). */
export interface SchemaReference {
  readonly name: string;
  readonly subject: string;
  readonly version: number;
}

/** A schema's text with all it refers to. */
export interface SchemaText {
  readonly kind: SchemaKind;
  readonly text: string;
  readonly references: readonly SchemaReference[];
}

/** A schema as the registry holds it. */
export interface RegisteredSchema extends SchemaText {
  /** What the Confluent wire format carries. */
  readonly id: number;
}

/** A schema under a subject. */
export interface SubjectVersion extends RegisteredSchema {
  readonly subject: string;
  readonly version: number;
}

/**
 * What formats ask of a Confluent-compatible schema registry. Schemas never change once they have an id, so answers are
 * kept; "latest" is asked anew each time. "Not found" is undefined; anything else that is wrong rejects with a
 * `RunError` SCHEMA_REGISTRY_*.
 */
export interface SchemaRegistry {
  readonly url: string;
  schemaById(id: number, signal: AbortSignal): Promise<RegisteredSchema | undefined>;
  schemaOf(
    subject: string,
    version: number | 'latest',
    signal: AbortSignal,
  ): Promise<SubjectVersion | undefined>;
  /** The id of this very schema under the subject. */
  lookUp(subject: string, schema: SchemaText, signal: AbortSignal): Promise<SubjectVersion | undefined>;
  /** Registers the schema, or finds it registered. */
  register(subject: string, schema: SchemaText, signal: AbortSignal): Promise<SubjectVersion>;
}
