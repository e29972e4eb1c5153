import { create } from '@bufbuild/protobuf';
import {
  type EnumDescriptorProto,
  EnumDescriptorProtoSchema,
  EnumOptionsSchema,
  EnumValueDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt';
import { featuresOf, optionOf, type ProtoOption, readOptionList, readOptionStatement } from './options.ts';
import type { TokenReader } from './token-reader.ts';

/** An enum, the word `enum` taken. */
export function parseEnum(reader: TokenReader): EnumDescriptorProto {
  const parsed = create(EnumDescriptorProtoSchema, { name: reader.name() });
  const options: ProtoOption[] = [];
  reader.expect('{');
  while (!reader.takeIf('}')) {
    if (reader.takeIf(';')) continue;
    if (reader.takeIf('option')) options.push(readOptionStatement(reader));
    else if (reader.peek().text === 'reserved' && reader.peek(1).text !== '=') skipStatement(reader);
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
    parsed.options = create(EnumOptionsSchema, { allowAlias, ...(features ? { features } : {}) });
  return parsed;
}

function skipStatement(reader: TokenReader): void {
  while (!reader.takeIf(';')) if (reader.take().kind === 'end') reader.fail('a statement without end');
}
