import type { DescFile, DescMessage } from '@bufbuild/protobuf';
import { Cursor } from '../codec/cursor.ts';
import { Sink } from '../codec/sink.ts';
import { Unfit } from '../codec/unfit.ts';

/**
 * In Confluent's wire format a Protobuf message follows its position in the file: how many steps, then each step, as
 * zigzag integers (as Avro writes them). The first message of a file is a single 0.
 */
export function renderMessageIndex(desc: DescMessage): Uint8Array {
  const steps = stepsTo(desc);
  const sink = new Sink();
  if (steps.length === 1 && steps[0] === 0) sink.long(0);
  else for (const step of [steps.length, ...steps]) sink.long(step);
  return sink.bytes();
}

/** The message that the index means, and the bytes after it. @throws Unfit for one that the file does not have */
export function readMessageIndex(
  bytes: Uint8Array,
  file: DescFile,
): { readonly desc: DescMessage; readonly payload: Uint8Array } {
  const cursor = new Cursor(bytes);
  const count = cursor.int();
  if (count < 0 || count > bytes.length) throw new Unfit(`a message index of ${count} steps`);
  const steps = count === 0 ? [0] : Array.from({ length: count }, () => cursor.int());
  const [first = 0, ...inner] = steps;
  let desc = file.messages[first];
  for (const step of inner) {
    const proto: unknown = desc?.proto.nestedType[step];
    desc = desc?.nestedMessages.find((nested) => nested.proto === proto);
  }
  if (!desc) throw new Unfit(`message ${steps.join(', ')} of a .proto file that has no such message`);
  return { desc, payload: cursor.fixed(cursor.left) };
}

/** Positions in the file and then in each message, those that maps make counted too. */
function stepsTo({ parent, file, proto }: DescMessage): readonly number[] {
  return parent
    ? [...stepsTo(parent), parent.proto.nestedType.indexOf(proto)]
    : [file.proto.messageType.indexOf(proto)];
}
