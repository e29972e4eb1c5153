import {
  type DescriptorProto,
  Edition,
  type EnumDescriptorProto,
  type FieldDescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  type FileDescriptorProto,
} from '@bufbuild/protobuf/wkt';

/** The text of a .proto file made of its descriptor, types by their full names. Options that do not change the bytes are left out. */
export function renderProto(file: FileDescriptorProto): string {
  const { syntax } = file;
  const blocks = [
    [
      syntax === 'editions'
        ? `edition = "${Edition[file.edition]?.replace('EDITION_', '')}";`
        : `syntax = "${syntax || 'proto2'}";`,
    ],
    file.package === '' ? [] : [`package ${file.package};`],
    file.dependency.map(
      (path, index) => `import ${file.publicDependency.includes(index) ? 'public ' : ''}"${path}";`,
    ),
    ...file.enumType.map(renderEnum),
    ...file.messageType.map((message) => renderMessage(message, syntax)),
    ...renderExtensions(file.extension, syntax),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function renderMessage(message: DescriptorProto, syntax: string): readonly string[] {
  const isSynthetic = (index: number): boolean =>
    message.field.some((field) => field.proto3Optional && field.oneofIndex === index);
  const inOneof = (field: FieldDescriptorProto): boolean =>
    field.oneofIndex !== undefined && !field.proto3Optional && hasOneof(field);
  const groups = message.field.filter(({ type }) => type === FieldDescriptorProto_Type.GROUP);
  const nested = message.nestedType.filter(
    ({ name, options }) =>
      !options?.mapEntry && !groups.some(({ typeName }) => typeName.endsWith(`.${name}`)),
  );
  return braces(`message ${message.name}`, [
    ...nested.flatMap((inner) => renderMessage(inner, syntax)),
    ...message.enumType.flatMap(renderEnum),
    ...message.field
      .filter((field) => !inOneof(field))
      .flatMap((field) => renderField(field, message, syntax)),
    ...message.oneofDecl.flatMap(({ name }, index) => {
      if (isSynthetic(index)) return [];
      const fields = message.field.filter((field) => inOneof(field) && field.oneofIndex === index);
      return braces(
        `oneof ${name}`,
        fields.flatMap((field) => renderField(field, message, 'oneof')),
      );
    }),
    ...message.extensionRange.map(({ start, end }) => `extensions ${renderRange(start, end)};`),
    ...message.reservedRange.map(({ start, end }) => `reserved ${renderRange(start, end)};`),
    ...message.reservedName.map((name) => `reserved "${name}";`),
    ...renderExtensions(message.extension, syntax).flat(),
  ]);
}

/** Whether the descriptor says that there is one: 0 is a position too. */
function hasOneof(field: FieldDescriptorProto): boolean {
  return Object.hasOwn(field, 'oneofIndex');
}

function renderField(
  field: FieldDescriptorProto,
  parent: DescriptorProto,
  syntax: string,
): readonly string[] {
  const entry = parent.nestedType.find(
    ({ name, options }) => options?.mapEntry === true && field.typeName.endsWith(`.${parent.name}.${name}`),
  );
  const [key, value] = entry?.field ?? [];
  if (key && value)
    return [`map<${typeOf(key)}, ${typeOf(value)}> ${field.name} = ${field.number}${optionsOf(field)};`];
  const label = labelOf(field, syntax);
  const group = parent.nestedType.find(({ name }) => field.typeName.endsWith(`.${name}`));
  if (field.type === FieldDescriptorProto_Type.GROUP && group)
    return [
      `${label}group ${group.name} = ${field.number}${renderMessage(group, syntax).join('\n').slice(`message ${group.name}`.length)}`,
    ];
  return [`${label}${typeOf(field)} ${field.name} = ${field.number}${optionsOf(field)};`];
}

function labelOf({ label, proto3Optional }: FieldDescriptorProto, syntax: string): string {
  if (label === FieldDescriptorProto_Label.REPEATED) return 'repeated ';
  if (label === FieldDescriptorProto_Label.REQUIRED) return 'required ';
  const isSaid = proto3Optional || syntax === 'proto2' || syntax === '';
  return isSaid && syntax !== 'oneof' ? 'optional ' : '';
}

function typeOf({ type, typeName }: FieldDescriptorProto): string {
  return typeName === '' ? (FieldDescriptorProto_Type[type] ?? '').toLowerCase() : typeName;
}

function optionsOf({ options, defaultValue, jsonName, name, type }: FieldDescriptorProto): string {
  const isText = type === FieldDescriptorProto_Type.STRING || type === FieldDescriptorProto_Type.BYTES;
  const all = [
    ...(defaultValue === '' ? [] : [`default = ${isText ? JSON.stringify(defaultValue) : defaultValue}`]),
    ...(jsonName === '' || jsonName === camelCase(name) ? [] : [`json_name = "${jsonName}"`]),
    ...(options && Object.hasOwn(options, 'packed') ? [`packed = ${options.packed}`] : []),
  ];
  return all.length === 0 ? '' : ` [${all.join(', ')}]`;
}

function renderExtensions(
  extensions: readonly FieldDescriptorProto[],
  syntax: string,
): readonly (readonly string[])[] {
  return extensions.map((field) =>
    braces(`extend ${field.extendee}`, [
      `${labelOf(field, syntax)}${typeOf(field)} ${field.name} = ${field.number}${optionsOf(field)};`,
    ]),
  );
}

function renderEnum({ name, value, options }: EnumDescriptorProto): readonly string[] {
  return braces(`enum ${name}`, [
    ...(options?.allowAlias ? ['option allow_alias = true;'] : []),
    ...value.map((one) => `${one.name} = ${one.number};`),
  ]);
}

function renderRange(start: number, end: number): string {
  return end - 1 === start ? String(start) : `${start} to ${end > 500_000_000 ? 'max' : end - 1}`;
}

function braces(head: string, body: readonly string[]): readonly string[] {
  return [`${head} {`, ...body.map((line) => `  ${line.replaceAll('\n', '\n  ')}`), '}'];
}

function camelCase(name: string): string {
  return name.replace(/_([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
