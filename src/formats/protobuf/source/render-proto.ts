import {
  type DescriptorProto,
  Edition,
  type EnumDescriptorProto,
  type FeatureSet,
  type FieldDescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  type FileDescriptorProto,
} from '@bufbuild/protobuf/wkt';
import { renderFeatures } from './options.ts';

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
    statements(file.options?.features),
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
  return braces(`message ${message.name}`, [
    ...statements(message.options?.features),
    ...renderMembers(message, syntax),
    ...message.enumType.flatMap(renderEnum),
    ...message.extensionRange.map(({ start, end }) => `extensions ${renderRange(start, end)};`),
    ...message.reservedRange.map(({ start, end }) => `reserved ${renderRange(start, end)};`),
    ...message.reservedName.map((name) => `reserved "${name}";`),
    ...renderExtensions(message.extension, syntax).flat(),
  ]);
}

/**
 * Fields and nested messages, both in their order: maps and groups are nested messages too, and the position of those
 * is what Confluent's message index counts.
 */
function renderMembers(message: DescriptorProto, syntax: string): readonly string[] {
  const lines: string[] = [];
  const made = new Map(message.field.map((field) => [field, nestedOf(field, message)]));
  const ofFields = new Set(made.values());
  let next = 0;
  const renderNestedBefore = (end: number): void => {
    for (const nested of message.nestedType.slice(next, end))
      if (!ofFields.has(nested)) lines.push(...renderMessage(nested, syntax));
    next = Math.max(next, end);
  };
  for (const field of message.field) {
    const members = membersOf(field, message);
    if (members[0] !== field) continue; // of a oneof, which is written where its first field stands
    for (const member of members) {
      const nested = made.get(member);
      if (nested) renderNestedBefore(message.nestedType.indexOf(nested));
    }
    if (isInOneof(field)) {
      const name = message.oneofDecl[field.oneofIndex]?.name;
      lines.push(
        ...braces(
          `oneof ${name}`,
          members.flatMap((one) => renderField(one, message, 'oneof')),
        ),
      );
    } else lines.push(...renderField(field, message, syntax));
  }
  renderNestedBefore(message.nestedType.length);
  return lines;
}

/** The fields of the same oneof, or the field alone. */
function membersOf(
  field: FieldDescriptorProto,
  { field: all }: DescriptorProto,
): readonly FieldDescriptorProto[] {
  return isInOneof(field)
    ? all.filter((one) => isInOneof(one) && one.oneofIndex === field.oneofIndex)
    : [field];
}

function isInOneof(field: FieldDescriptorProto): boolean {
  return hasOneof(field) && !field.proto3Optional;
}

/** The message that a map or a group is. */
function nestedOf(
  field: FieldDescriptorProto,
  { name, nestedType }: DescriptorProto,
): DescriptorProto | undefined {
  const found = nestedType.find((nested) => field.typeName.endsWith(`.${name}.${nested.name}`));
  return found?.options?.mapEntry || field.type === FieldDescriptorProto_Type.GROUP ? found : undefined;
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
  const nested = nestedOf(field, parent);
  const [key, value] = nested?.field ?? [];
  if (nested?.options?.mapEntry && key && value)
    return [`map<${typeOf(key)}, ${typeOf(value)}> ${field.name} = ${field.number}${optionsOf(field)};`];
  const label = labelOf(field, syntax);
  if (nested)
    return [
      `${label}group ${nested.name} = ${field.number}${renderMessage(nested, syntax).join('\n').slice(`message ${nested.name}`.length)}`,
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
  const shown =
    type === FieldDescriptorProto_Type.STRING
      ? JSON.stringify(defaultValue)
      : type === FieldDescriptorProto_Type.BYTES
        ? `"${defaultValue}"`
        : defaultValue;
  const all = [
    ...(defaultValue === '' ? [] : [`default = ${shown}`]),
    ...(jsonName === '' || jsonName === camelCase(name) ? [] : [`json_name = "${jsonName}"`]),
    ...(options && Object.hasOwn(options, 'packed') ? [`packed = ${options.packed}`] : []),
  ];
  const said = [...all, ...renderFeatures(options?.features)];
  return said.length === 0 ? '' : ` [${said.join(', ')}]`;
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

function renderEnum({
  name,
  value,
  options,
  reservedRange,
  reservedName,
}: EnumDescriptorProto): readonly string[] {
  return braces(`enum ${name}`, [
    ...statements(options?.features),
    ...(options?.allowAlias ? ['option allow_alias = true;'] : []),
    ...value.map((one) => `${one.name} = ${one.number};`),
    ...reservedRange.map(({ start, end }) => `reserved ${renderRange(start, end + 1)};`),
    ...reservedName.map((one) => `reserved "${one}";`),
  ]);
}

function renderRange(start: number, end: number): string {
  return end - 1 === start ? String(start) : `${start} to ${end > 500_000_000 ? 'max' : end - 1}`;
}

function statements(features: FeatureSet | undefined): readonly string[] {
  return renderFeatures(features).map((feature) => `option ${feature};`);
}

function braces(head: string, body: readonly string[]): readonly string[] {
  return [`${head} {`, ...body.map((line) => `  ${line.replaceAll('\n', '\n  ')}`), '}'];
}

function camelCase(name: string): string {
  return name.replace(/_([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
