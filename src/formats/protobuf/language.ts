import type { DescMessage, Registry } from '@bufbuild/protobuf';
import { describeError } from '../../base/errors.ts';
import type { Json } from '../../model/json.ts';
import type { CompiledSchema, SchemaLanguage } from '../codec/schema-language.ts';
import { Unfit } from '../codec/unfit.ts';
import { type CompiledProto, compileProto, messageOf } from './compile.ts';
import { readMessageIndex, renderMessageIndex } from './message-index.ts';
import { readImports } from './read-imports.ts';
import { sampleMessage } from './sample.ts';
import { readMessage } from './view.ts';
import { writeMessage } from './write.ts';

/** What only Protobuf takes. */
export interface ProtobufOptions {
  /** Full name; default the first of the file. */
  readonly message?: string | undefined;
}

interface CompiledProtobuf extends CompiledSchema {
  readonly registry: Registry;
  /** The message that values are, where the bytes do not say. */
  message(): DescMessage;
}

/** Protobuf, as schemas of formats use it. */
export const protobufLanguage: SchemaLanguage<ProtobufOptions> = {
  kind: 'PROTOBUF',
  compile(source, { message }) {
    const proto = compileProto(source);
    return compileProtobuf(proto, message);
  },
  referenceName: (file) => file,
  readImports,
};

function compileProtobuf(proto: CompiledProto, name: string | undefined): CompiledProtobuf {
  const { file, registry } = proto;
  const message = (): DescMessage => messageOf(proto, name);
  const compiled: CompiledProtobuf = {
    registry,
    message,
    recordName: (name === undefined ? file.messages[0] : registry.getMessage(name))?.typeName,
    encode(value, isFramed) {
      const desc = message();
      const bytes = writeMessage(value, desc, registry);
      return isFramed ? Buffer.concat([renderMessageIndex(desc), bytes]) : bytes;
    },
    decode(bytes, isFramed, reader) {
      const written = isFramed ? readMessageIndex(bytes, file) : { desc: message(), payload: bytes };
      return readAs(written, (reader as CompiledProtobuf | undefined) ?? compiled); // a codec has one language only
    },
    sample: (random) => sampleMessage(message(), random),
  };
  return compiled;
}

/** Reads with the reader's message of the same name, or else with the one that it was told. */
function readAs(
  { desc, payload }: { readonly desc: DescMessage; readonly payload: Uint8Array },
  { registry, message }: CompiledProtobuf,
): Json {
  try {
    return readMessage(registry.getMessage(desc.typeName) ?? message(), payload, registry);
  } catch (cause) {
    throw cause instanceof Unfit
      ? cause
      : new Unfit(`not a message "${desc.typeName}": ${describeError(cause)}`);
  }
}
