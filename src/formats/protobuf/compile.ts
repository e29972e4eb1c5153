import {
  create,
  createFileRegistry,
  type DescFile,
  type DescMessage,
  type FileRegistry,
  fromBinary,
} from '@bufbuild/protobuf';
import {
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';
import { describeError } from '../../base/errors.ts';
import type { Dependency, SchemaSource } from '../codec/schema-language.ts';
import { parseBase64 } from '../codec/text.ts';
import { Unfit } from '../codec/unfit.ts';
import { parseProto } from './source/parse-proto.ts';
import { resolveNames } from './source/resolve-names.ts';
import { wellKnownFile } from './well-known.ts';

/** For the rooms that do not know the library. */
export type { DescField, DescMessage } from '@bufbuild/protobuf';

/** A .proto file with all that it imports, ready for use. */
export interface CompiledProto {
  readonly file: DescFile;
  readonly registry: FileRegistry;
}

/** What the file itself is called where nothing names it. */
const MAIN_FILE = 'schema.proto';

/** Compiles a .proto text, or a file descriptor in base64 (as Python's serializers register it). @throws Unfit */
export function compileProto({ text, dependencies }: SchemaSource): CompiledProto {
  const files = new Map<string, FileDescriptorProto>();
  const main = readDescriptor({ name: MAIN_FILE, text });
  for (const dependency of dependencies) files.set(dependency.name, readDescriptor(dependency));
  for (const file of [...files.values(), main]) addWellKnown(file, files);
  files.delete(main.name);
  const all = inOrderOfImport([...files.values(), main]);
  try {
    resolveNames(all);
    const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: [...all] }));
    const file = registry.getFile(main.name);
    if (file) return { file, registry };
  } catch (cause) {
    throw cause instanceof Unfit ? cause : new Unfit(`the .proto file is not valid: ${describeError(cause)}`);
  }
  throw new Unfit('the .proto file is empty');
}

/** The descriptor of one text; its name is that of the dependency. @throws Unfit */
export function readDescriptor({ name, text }: Dependency): FileDescriptorProto {
  const compact = text.trim();
  const bytes = /[;{]/.test(compact) ? undefined : parseBase64(compact);
  if (!bytes) return parseProto(name, text);
  try {
    return Object.assign(fromBinary(FileDescriptorProtoSchema, bytes), { name });
  } catch (cause) {
    throw new Unfit(`neither a .proto file nor a file descriptor: ${describeError(cause)}`);
  }
}

/** A message by its full name, or the first of the file. @throws Unfit when there is none */
export function messageOf({ file, registry }: CompiledProto, name: string | undefined): DescMessage {
  const found = name === undefined ? file.messages[0] : registry.getMessage(name);
  if (found) return found;
  const there = file.messages.map(({ typeName }) => typeName).join(', ');
  throw new Unfit(
    name === undefined ? 'the .proto file has no messages' : `the .proto file has no message "${name}"`,
    there === '' ? undefined : `its messages are ${there}`,
  );
}

function addWellKnown(file: FileDescriptorProto, files: Map<string, FileDescriptorProto>): void {
  for (const name of file.dependency.filter((one) => !files.has(one))) {
    const known = wellKnownFile(name);
    if (!known)
      throw new Unfit(
        `"${name}", which "${file.name}" imports, is not there`,
        'put the file beside it, or list it under "references"',
      );
    files.set(name, known);
    addWellKnown(known, files);
  }
}

/** Imported files before those that import them. @throws Unfit when some import each other */
function inOrderOfImport(files: readonly FileDescriptorProto[]): readonly FileDescriptorProto[] {
  const ordered = new Set<FileDescriptorProto>();
  const visit = (file: FileDescriptorProto, trail: readonly string[]): void => {
    if (ordered.has(file)) return;
    if (trail.includes(file.name))
      throw new Unfit(`files import each other: ${[...trail, file.name].join(' → ')}`);
    for (const name of file.dependency) {
      const imported = files.find((one) => one.name === name);
      if (imported) visit(imported, [...trail, file.name]);
    }
    ordered.add(file);
  };
  for (const file of files) visit(file, []);
  return [...ordered];
}
