import type { Json } from '../../model/json.ts';
import type { SchemaKind } from '../../model/schema-registry.ts';

/** A schema's text with the texts that it refers to, those first that others need. */
export interface SchemaSource {
  readonly text: string;
  readonly dependencies: readonly Dependency[];
}

/** A text that another refers to by this name: a full name (Avro), an import path (Protobuf), a URI (JSON Schema). */
export interface Dependency {
  readonly name: string;
  readonly text: string;
  /** The names that this text uses itself, for registering it; absent where it is registered already. */
  readonly uses?: readonly string[];
}

/** What a local text imports. */
export interface LocalImports {
  /** The names that it uses itself. */
  readonly uses: readonly string[];
  /** All that it needs, directly or not. */
  readonly dependencies: readonly Dependency[];
}

/** A schema ready for use; the options that are of its language only are built in. */
export interface CompiledSchema {
  /** The full name of the record or message, for the subject strategies `record` and `topic-record`; undefined where it has none. */
  readonly recordName: string | undefined;
  /** Without the frame, but with what stands between it and the value (Protobuf's message index). @throws Unfit */
  encode(value: Json, isFramed: boolean): Uint8Array;
  /**
   * Bytes that were written with this schema, seen as `reader` sees them, default this schema itself.
   * @throws Unfit
   */
  decode(bytes: Uint8Array, isFramed: boolean, reader?: CompiledSchema): Json;
  /** A value that the schema allows. */
  sample(random: () => number): Json;
}

/** What schemas are written in. `Options` are those of a scenario that this language understands. */
export interface SchemaLanguage<Options> {
  readonly kind: SchemaKind;
  /** @throws Unfit when the schema is none */
  compile(source: SchemaSource, options: Options): CompiledSchema | Promise<CompiledSchema>;
  /** What others call the text of a local file. */
  referenceName(file: string, text: string): string;
  /** What a local text names itself to be read from files (imports), those first that others need. */
  readImports?(
    local: { readonly text: string; readonly file: string | undefined },
    readFile: (path: string) => Promise<string>,
  ): Promise<LocalImports>;
}
