import {
  type DescriptorProto,
  type FieldDescriptorProto,
  FieldDescriptorProto_Type,
  type FileDescriptorProto,
} from '@bufbuild/protobuf/wkt';
import { Unfit } from '../../codec/unfit.ts';

type TypeKind = 'message' | 'enum';

/**
 * Makes the type names in files full ones (`.acme.Order`) and says of each whether it is a message or an enum. Names are
 * looked for from the innermost scope outwards. Changes the descriptors. @throws Unfit for a name that nothing has
 */
export function resolveNames(files: readonly FileDescriptorProto[]): void {
  const known = new Map<string, TypeKind>();
  for (const file of files) collect(file, scopeOf(file), known);
  for (const file of files) {
    const resolve = (field: FieldDescriptorProto, scope: string): void =>
      resolveField(field, { scope, known, file });
    for (const field of file.extension) resolve(field, scopeOf(file));
    for (const message of file.messageType) resolveMessage(message, scopeOf(file), resolve);
  }
}

function scopeOf({ package: name }: FileDescriptorProto): string {
  return name === '' ? '' : `.${name}`;
}

function collect(
  parent: {
    readonly messageType?: DescriptorProto[];
    readonly nestedType?: DescriptorProto[];
    readonly enumType: readonly { readonly name: string }[];
  },
  scope: string,
  known: Map<string, TypeKind>,
): void {
  for (const { name } of parent.enumType) known.set(`${scope}.${name}`, 'enum');
  for (const message of parent.messageType ?? parent.nestedType ?? []) {
    known.set(`${scope}.${message.name}`, 'message');
    collect(
      { nestedType: message.nestedType, enumType: message.enumType },
      `${scope}.${message.name}`,
      known,
    );
  }
}

function resolveMessage(
  message: DescriptorProto,
  outer: string,
  resolve: (field: FieldDescriptorProto, scope: string) => void,
): void {
  const scope = `${outer}.${message.name}`;
  for (const field of [...message.field, ...message.extension]) resolve(field, scope);
  for (const nested of message.nestedType) resolveMessage(nested, scope, resolve);
}

interface Place {
  readonly scope: string;
  readonly known: ReadonlyMap<string, TypeKind>;
  readonly file: FileDescriptorProto;
}

function resolveField(field: FieldDescriptorProto, place: Place): void {
  if (field.extendee !== '') field.extendee = fullName(field.extendee, place);
  if (field.typeName === '') return;
  field.typeName = fullName(field.typeName, place);
  const isEnum = place.known.get(field.typeName) === 'enum';
  if (field.type === FieldDescriptorProto_Type.GROUP) return;
  field.type = isEnum ? FieldDescriptorProto_Type.ENUM : FieldDescriptorProto_Type.MESSAGE;
}

function fullName(name: string, { scope, known, file }: Place): string {
  if (name.startsWith('.') && known.has(name)) return name;
  for (let outer = scope; !name.startsWith('.'); outer = outer.slice(0, outer.lastIndexOf('.'))) {
    if (known.has(`${outer}.${name}`)) return `${outer}.${name}`;
    if (outer === '') break;
  }
  throw new Unfit(
    `"${file.name}" uses the type "${name}", which is not defined`,
    'import the file that defines it',
  );
}
