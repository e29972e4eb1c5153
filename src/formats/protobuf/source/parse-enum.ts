import { create } from '@bufbuild/protobuf';
import {
  type EnumDescriptorProto,
  EnumDescriptorProto_EnumReservedRangeSchema,
  EnumDescriptorProtoSchema,
  EnumOptionsSchema,
  EnumValueDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt';
import { featuresOf, optionOf, type ProtoOption, readOptionList, readOptionStatement } from './options.ts';
import type { TokenReader } from './token-reader.ts';

/** The greatest number that an enum value may have. */
const MAX_NUMBER = 2_147_483_647;

/** An enum, the word `enum` taken. */
export function parseEnum(reader: TokenReader): EnumDescriptorProto {
  const parsed = create(EnumDescriptorProtoSchema, { name: reader.name() });
  const options: ProtoOption[] = [];
  reader.expect('{');
  while (!reader.takeIf('}')) {
    if (reader.takeIf(';')) continue;
    if (reader.takeIf('option')) options.push(readOptionStatement(reader));
    else if (reader.peek().text === 'reserved' && reader.peek(1).text !== '=') readReserved(reader, parsed);
    else {
      const name = reader.name();
      reader.expect('=');
      parsed.value.push(create(EnumValueDescriptorProtoSchema, { name, number: reader.integer() }));
      readOptionList(reader);
      reader.expect(';');
    }
  }
  if (parsed.value.length === 0) reader.fail(`enum "${parsed.name}" has no values`);
  const features = featuresOf(options);
  const allowAlias = optionOf(options, 'allow_alias') === 'true';
  if (features || allowAlias)
    parsed.options = create(EnumOptionsSchema, {
      ...(allowAlias ? { allowAlias } : {}),
      ...(features ? { features } : {}),
    });
  return parsed;
}

/** `reserved 7 to 9, max;` or names; the end of a range is included, unlike that of messages. */
function readReserved(reader: TokenReader, parsed: EnumDescriptorProto): void {
  reader.expect('reserved');
  do {
    if (reader.peek().kind === 'text') {
      parsed.reservedName.push(reader.text());
      continue;
    }
    const start = reader.integer();
    const end = reader.takeIf('to') ? (reader.takeIf('max') ? MAX_NUMBER : reader.integer()) : start;
    parsed.reservedRange.push(create(EnumDescriptorProto_EnumReservedRangeSchema, { start, end }));
  } while (reader.takeIf(','));
  reader.expect(';');
}
