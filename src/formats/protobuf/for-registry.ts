import { toBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import type { SchemaSource } from '../codec/schema-language.ts';
import { type CompiledProto, compileProto } from './compile.ts';
import { renderProto } from './source/render-proto.ts';

/** A .proto file in the forms that a schema registry keeps. */
export interface RegistryProto {
  readonly compiled: CompiledProto;
  /** Text: the one given, or made of the descriptor that was given. */
  readonly canonical: string;
  /** The descriptor in base64. */
  readonly serialized: string;
  /** Equal for files that mean the same bytes: a text and the descriptor that some compiler made of it. */
  readonly identity: string;
}

/** Compiles a .proto text or a file descriptor in base64. @throws Unfit */
export function compileForRegistry(source: SchemaSource): RegistryProto {
  const compiled = compileProto(source);
  const { proto } = compiled.file;
  const isText = /[;{]/.test(source.text);
  const identity = renderProto(proto);
  return {
    compiled,
    identity,
    canonical: isText ? source.text.trim() : identity,
    serialized: Buffer.from(toBinary(FileDescriptorProtoSchema, proto)).toString('base64'),
  };
}
