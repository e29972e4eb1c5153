import { create } from '@bufbuild/protobuf';
import {
  type DescriptorProto,
  DescriptorProto_ExtensionRangeSchema,
  DescriptorProto_ReservedRangeSchema,
  DescriptorProtoSchema,
  type FieldDescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  FieldOptionsSchema,
  MessageOptionsSchema,
  OneofDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt';
import { featuresOf, optionOf, type ProtoOption, readOptionList, readOptionStatement } from './options.ts';
import { parseEnum } from './parse-enum.ts';
import type { TokenReader } from './token-reader.ts';

const SCALARS: ReadonlyMap<string, FieldDescriptorProto_Type> = new Map(
  Object.entries(FieldDescriptorProto_Type).flatMap(([name, type]) =>
    typeof type === 'number' && !['GROUP', 'MESSAGE', 'ENUM'].includes(name)
      ? [[name.toLowerCase(), type]]
      : [],
  ),
);

const LABELS: Readonly<Record<string, FieldDescriptorProto_Label>> = {
  optional: FieldDescriptorProto_Label.OPTIONAL,
  required: FieldDescriptorProto_Label.REQUIRED,
  repeated: FieldDescriptorProto_Label.REPEATED,
};

/** The highest field number there is. */
const MAX_NUMBER = 536_870_911;

/** Where extensions go: into a file or a message. */
interface ExtensionScope {
  readonly extension: FieldDescriptorProto[];
  readonly nestedType: DescriptorProto[];
}

/** Parses messages and what is in them. */
export class MessageParser {
  readonly #reader: TokenReader;
  readonly #syntax: string;

  constructor(reader: TokenReader, syntax: string) {
    this.#reader = reader;
    this.#syntax = syntax;
  }

  /** A message, the word `message` taken. */
  message(): DescriptorProto {
    const message = create(DescriptorProtoSchema, { name: this.#reader.name() });
    this.#body(message);
    return message;
  }

  /** `extend acme.Order { … }`, the word `extend` taken. */
  extensions({ extension, nestedType }: ExtensionScope): void {
    const extendee = this.#reader.typeName();
    const holder = create(DescriptorProtoSchema);
    this.#reader.expect('{');
    while (!this.#reader.takeIf('}')) if (!this.#reader.takeIf(';')) this.#field(holder);
    extension.push(...holder.field.map((field) => Object.assign(field, { extendee })));
    nestedType.push(...holder.nestedType);
  }

  #body(message: DescriptorProto): void {
    const options: ProtoOption[] = [];
    this.#reader.expect('{');
    while (!this.#reader.takeIf('}')) this.#statement(message, options);
    const features = featuresOf(options);
    if (features) message.options = create(MessageOptionsSchema, { features });
    addSyntheticOneofs(message);
  }

  #statement(message: DescriptorProto, options: ProtoOption[]): void {
    const reader = this.#reader;
    if (reader.takeIf(';')) return;
    const { text: word } = reader.peek();
    // These words may be types and names of fields too: what comes after them tells.
    const next = reader.peek(1);
    const opensBlock = next.kind === 'name' && reader.peek(2).text === '{';
    if (word === 'message' && opensBlock) {
      reader.take();
      message.nestedType.push(this.message());
    } else if (word === 'enum' && opensBlock) {
      reader.take();
      message.enumType.push(parseEnum(reader));
    } else if (word === 'oneof' && opensBlock) this.#oneof(message);
    else if (word === 'extend' && reader.peek(2).text !== '=') {
      reader.take();
      this.extensions(message);
    } else if (word === 'option') {
      reader.take();
      options.push(readOptionStatement(reader));
    } else if (word === 'reserved' && next.kind !== 'name') this.#reserved(message);
    else if (word === 'extensions' && next.kind === 'number') this.#extensionRanges(message);
    else if (word === 'map' && next.text === '<') this.#map(message);
    else this.#field(message);
  }

  #field(message: DescriptorProto, oneofIndex?: number): void {
    const reader = this.#reader;
    const label = LABELS[reader.peek().text];
    const isLabelled = label !== undefined && reader.peek(1).text !== '=' && oneofIndex === undefined;
    if (isLabelled) reader.take();
    if (reader.peek().text === 'group' && /^[A-Z]/.test(reader.peek(1).text)) {
      this.#group(message, { label, oneofIndex });
      return;
    }
    const typeName = reader.typeName();
    const name = reader.name();
    const number = this.#number();
    const options = readOptionList(reader);
    reader.expect(';');
    const field = makeField({ name, number, typeName, options });
    field.label = isLabelled ? label : FieldDescriptorProto_Label.OPTIONAL;
    if (oneofIndex !== undefined) field.oneofIndex = oneofIndex;
    const isProto3Optional =
      this.#syntax === 'proto3' && isLabelled && label === FieldDescriptorProto_Label.OPTIONAL;
    if (isProto3Optional) field.proto3Optional = true;
    message.field.push(field);
  }

  #number(): number {
    this.#reader.expect('=');
    return this.#reader.integer();
  }

  /** proto2: a field and its message in one. */
  #group(
    message: DescriptorProto,
    { label, oneofIndex }: { label: FieldDescriptorProto_Label | undefined; oneofIndex: number | undefined },
  ): void {
    this.#reader.expect('group');
    const typeName = this.#reader.name();
    const number = this.#number();
    const options = readOptionList(this.#reader);
    const group = create(DescriptorProtoSchema, { name: typeName });
    this.#body(group);
    const field = makeField({ name: typeName.toLowerCase(), number, typeName, options });
    field.type = FieldDescriptorProto_Type.GROUP;
    field.label = label ?? FieldDescriptorProto_Label.OPTIONAL;
    if (oneofIndex !== undefined) field.oneofIndex = oneofIndex;
    message.nestedType.push(group);
    message.field.push(field);
  }

  #oneof(message: DescriptorProto): void {
    this.#reader.expect('oneof');
    const index =
      message.oneofDecl.push(create(OneofDescriptorProtoSchema, { name: this.#reader.name() })) - 1;
    this.#reader.expect('{');
    while (!this.#reader.takeIf('}')) {
      if (this.#reader.takeIf(';')) continue;
      if (this.#reader.peek().text === 'option' && this.#reader.peek(2).text === '=') {
        this.#reader.take();
        readOptionStatement(this.#reader);
      } else this.#field(message, index);
    }
  }

  /** `map<K, V> name = n;` is a repeated message of key and value. */
  #map(message: DescriptorProto): void {
    const reader = this.#reader;
    reader.expect('map');
    reader.expect('<');
    const key = reader.typeName();
    reader.expect(',');
    const value = reader.typeName();
    reader.expect('>');
    const name = reader.name();
    const number = this.#number();
    const options = readOptionList(reader);
    reader.expect(';');
    const entry = create(DescriptorProtoSchema, {
      name: `${pascalCase(name)}Entry`,
      field: [
        makeField({ name: 'key', number: 1, typeName: key, options: [] }),
        makeField({ name: 'value', number: 2, typeName: value, options: [] }),
      ],
      options: create(MessageOptionsSchema, { mapEntry: true }),
    });
    const field = makeField({ name, number, typeName: entry.name, options });
    field.label = FieldDescriptorProto_Label.REPEATED;
    message.nestedType.push(entry);
    message.field.push(field);
  }

  #reserved(message: DescriptorProto): void {
    this.#reader.expect('reserved');
    do {
      if (this.#reader.peek().kind === 'text') message.reservedName.push(this.#reader.text());
      else message.reservedRange.push(create(DescriptorProto_ReservedRangeSchema, this.#range()));
    } while (this.#reader.takeIf(','));
    this.#reader.expect(';');
  }

  #extensionRanges(message: DescriptorProto): void {
    this.#reader.expect('extensions');
    do message.extensionRange.push(create(DescriptorProto_ExtensionRangeSchema, this.#range()));
    while (this.#reader.takeIf(','));
    readOptionList(this.#reader);
    this.#reader.expect(';');
  }

  /** `5`, `5 to 9`, `5 to max`; the end is not included. */
  #range(): { start: number; end: number } {
    const start = this.#reader.integer();
    if (!this.#reader.takeIf('to')) return { start, end: start + 1 };
    return { start, end: (this.#reader.takeIf('max') ? MAX_NUMBER : this.#reader.integer()) + 1 };
  }
}

function makeField({
  name,
  number,
  typeName,
  options,
}: {
  readonly name: string;
  readonly number: number;
  readonly typeName: string;
  readonly options: readonly ProtoOption[];
}): FieldDescriptorProto {
  const type = SCALARS.get(typeName);
  const field = create(FieldDescriptorProtoSchema, {
    name,
    number,
    label: FieldDescriptorProto_Label.OPTIONAL,
  });
  if (type === undefined) field.typeName = typeName;
  else field.type = type;
  const jsonName = optionOf(options, 'json_name');
  if (jsonName !== undefined) field.jsonName = jsonName;
  const fallback = optionOf(options, 'default');
  if (fallback !== undefined)
    field.defaultValue = type === FieldDescriptorProto_Type.BYTES ? escapeBytes(fallback) : fallback;
  const packed = optionOf(options, 'packed');
  const features = featuresOf(options);
  if (packed !== undefined || features) {
    field.options = create(FieldOptionsSchema, {
      ...(packed === undefined ? {} : { packed: packed === 'true' }),
      ...(features ? { features } : {}),
    });
  }
  return field;
}

/** Defaults of bytes stand in descriptors as C would write them. */
function escapeBytes(text: string): string {
  return text.replace(/[\\"']|[^ -~]/g, (character) =>
    /[\\"']/.test(character) ? `\\${character}` : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
}

/** proto3's `optional` is a oneof of one, after all real ones. */
function addSyntheticOneofs(message: DescriptorProto): void {
  for (const field of message.field.filter(({ proto3Optional }) => proto3Optional))
    field.oneofIndex =
      message.oneofDecl.push(create(OneofDescriptorProtoSchema, { name: `_${field.name}` })) - 1;
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
