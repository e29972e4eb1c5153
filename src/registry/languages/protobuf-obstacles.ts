import type { CompiledProto, DescField, DescMessage } from '../../formats/protobuf/compile.ts';

/** Scalars that share an encoding, so that one may become the other. */
const ALIKE = [
  ['int32', 'uint32', 'int64', 'uint64', 'bool'],
  ['sint32', 'sint64'],
  ['string', 'bytes'],
  ['fixed32', 'sfixed32'],
  ['fixed64', 'sfixed64'],
];

/**
 * Why a reader's .proto file does not get along with a writer's, by the rules of Confluent's checker: fields may come and
 * go and be renamed, their kinds and numbers stay. Empty when nothing is in the way.
 */
export function protobufObstacles(reader: CompiledProto, writer: CompiledProto): readonly string[] {
  if (reader.file.proto.package !== writer.file.proto.package)
    return [obstacle('PACKAGE_CHANGED', '#/', 'the package changed')];
  return writer.file.messages.flatMap((message) =>
    compareMessage(reader.registry.getMessage(message.typeName), message, `#/${message.name}`),
  );
}

function compareMessage(
  reader: DescMessage | undefined,
  writer: DescMessage,
  path: string,
): readonly string[] {
  if (!reader) return [obstacle('MESSAGE_REMOVED', path, `the message "${writer.typeName}" is gone`)];
  return [
    ...writer.nestedMessages.flatMap((nested) =>
      compareMessage(
        reader.nestedMessages.find(({ name }) => name === nested.name),
        nested,
        `${path}/${nested.name}`,
      ),
    ),
    ...writer.fields.flatMap((field) =>
      compareField(byNumber(reader, field), field, `${path}/${field.number}`),
    ),
    ...reader.fields
      .filter((field) => !byNumber(writer, field) && isRequired(field))
      .map((field) =>
        obstacle('REQUIRED_FIELD_ADDED', `${path}/${field.number}`, `"${field.name}" is new and required`),
      ),
    ...compareOneofs(reader, writer, path),
  ];
}

function byNumber({ fields }: DescMessage, { number }: DescField): DescField | undefined {
  return fields.find((field) => field.number === number);
}

const LEGACY_REQUIRED = 3; // FeatureSet.FieldPresence.LEGACY_REQUIRED

function isRequired(field: DescField): boolean {
  return field.presence === LEGACY_REQUIRED;
}

function compareField(reader: DescField | undefined, writer: DescField, path: string): readonly string[] {
  if (!reader)
    return isRequired(writer)
      ? [obstacle('REQUIRED_FIELD_REMOVED', path, `"${writer.name}" is gone and was required`)]
      : [];
  const [now, before] = [kindOf(reader), kindOf(writer)];
  if (now.kind !== before.kind)
    return [obstacle('FIELD_KIND_CHANGED', path, `"${writer.name}" was ${before.kind} and is ${now.kind}`)];
  const isAlike =
    now.type === before.type ||
    ALIKE.some((group) => group.includes(now.type) && group.includes(before.type));
  if (!isAlike) {
    const code = now.kind === 'a scalar' ? 'FIELD_SCALAR_KIND_CHANGED' : 'FIELD_NAMED_TYPE_CHANGED';
    return [obstacle(code, path, `"${writer.name}" was ${before.type} and is ${now.type}`)];
  }
  const isText = now.type === 'string' || now.type === 'bytes' || now.kind === 'a message';
  return now.isList === before.isList || isText
    ? []
    : [obstacle('FIELD_NUMERIC_LABEL_CHANGED', path, `"${writer.name}" is repeated on one side only`)];
}

/** Scalar types by their numbers in descriptors, 1 (double) to 18 (sint64). */
const SCALARS =
  ',double,float,int64,uint64,int32,fixed64,fixed32,bool,string,,,bytes,uint32,,sfixed32,sfixed64,sint32,sint64'.split(
    ',',
  );

function kindOf(field: DescField): {
  readonly kind: string;
  readonly type: string;
  readonly isList: boolean;
} {
  const isList = field.fieldKind === 'list';
  if (field.fieldKind === 'map') return { kind: 'a map', type: `${field.mapKey} ${field.mapKind}`, isList };
  if (field.message) return { kind: 'a message', type: field.message.typeName, isList };
  if (field.enum) return { kind: 'an enum', type: field.enum.typeName, isList };
  return { kind: 'a scalar', type: SCALARS[field.scalar ?? 0] ?? '', isList };
}

function compareOneofs(reader: DescMessage, writer: DescMessage, path: string): readonly string[] {
  const removed = writer.oneofs.flatMap(({ name, fields }) => {
    const kept = reader.oneofs.find((oneof) => oneof.name === name);
    const gone = kept
      ? fields.filter(({ number }) => !kept.fields.some((field) => field.number === number))
      : [];
    return gone.map((field) =>
      obstacle(
        'ONEOF_FIELD_REMOVED',
        `${path}/${name}/${field.number}`,
        `"${field.name}" left the oneof "${name}"`,
      ),
    );
  });
  const moved = reader.oneofs
    .filter(
      ({ fields }) =>
        fields.filter((field) => byNumber(writer, field) && !byNumber(writer, field)?.oneof).length > 1,
    )
    .map(({ name }) =>
      obstacle(
        'MULTIPLE_FIELDS_MOVED_TO_ONEOF',
        `${path}/${name}`,
        `several fields moved into the oneof "${name}"`,
      ),
    );
  return [...removed, ...moved];
}

function obstacle(errorType: string, path: string, why: string): string {
  return `{errorType:"${errorType}", description:"The schema at path '${path}' does not get along with the old schema: ${why}"}`;
}
