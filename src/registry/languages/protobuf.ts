import type { CompiledProto } from '../../formats/protobuf/compile.ts';
import type { NamedText, ParsedSchema, RegistryLanguage } from './language.ts';
import { protobufObstacles } from './protobuf-obstacles.ts';

interface ParsedProtobuf extends ParsedSchema {
  readonly compiled: CompiledProto;
}

/** Protobuf to the registry: schemas are the same when their descriptors are, whatever the texts look like. */
export const protobuf: RegistryLanguage = {
  kind: 'PROTOBUF',
  async parse(text, references) {
    const { compileForRegistry } = await import('../../formats/protobuf/for-registry.ts'); // it takes a while to load
    const { compiled, canonical, serialized, identity } = compileForRegistry({
      text,
      dependencies: distinct(references),
    });
    const parsed: ParsedProtobuf = {
      compiled,
      canonical,
      serialized,
      identity,
      obstaclesToReading: (writer) => protobufObstacles(compiled, (writer as ParsedProtobuf).compiled), // a subject's schemas are of one kind
    };
    return parsed;
  },
};

/** A file that several refer to is one file. */
function distinct(references: readonly NamedText[]): readonly NamedText[] {
  return [...new Map(references.map((reference) => [reference.name, reference])).values()];
}
