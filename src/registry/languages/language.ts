import type { SchemaKind } from '../../model/schema-registry.ts';

/** A text that a schema refers to by name. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A schema as a registry needs to know it. */
export interface ParsedSchema {
  /** The text that is stored and handed out. */
  readonly canonical: string;
  /** Equal for schemas that are the same but for the way they are written. */
  readonly identity: string;
  /**
   * What hinders a reader with this schema to read what was written with another, one sentence each; empty when nothing
   * does.
   */
  obstaclesToReading(writer: ParsedSchema): readonly string[];
  /** For `format=serialized`: a Protobuf file descriptor as base64. */
  readonly serialized?: string | undefined;
}

/** What a kind of schema is to a registry. */
export interface RegistryLanguage {
  readonly kind: SchemaKind;
  /** `references` come with all that they refer to, those first that others need. @throws Unfit when the schema is none */
  parse(text: string, references: readonly NamedText[]): ParsedSchema | Promise<ParsedSchema>;
}
