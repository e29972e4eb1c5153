import {
  type DescField,
  type DescMessage,
  fromBinary,
  type Registry,
  ScalarType,
  toJson,
} from '@bufbuild/protobuf';
import { type ReflectList, type ReflectMap, type ReflectMessage, reflect } from '@bufbuild/protobuf/reflect';
import { type Any, anyUnpack } from '@bufbuild/protobuf/wkt';
import { exactNumber, type Json } from '../../model/json.ts';
import { showReal, showSingle } from '../codec/fixed-width.ts';
import { renderBase64 } from '../codec/text.ts';

/**
 * A message as JSON: as Protobuf's own JSON mapping has it, but with names as the .proto file writes them, with
 * fields that have no presence always there, and with 64-bit integers as numbers, not text.
 */
export function viewMessage(message: ReflectMessage, registry: Registry): Json {
  const special = WELL_KNOWN[message.desc.typeName];
  if (special) return special(message, registry);
  const shown = message.fields.filter((field) => isShown(message, field));
  return Object.fromEntries(
    shown.map((field) => [field.name, viewField(message.get(field), field, registry)]),
  );
}

/** Reads bytes as a message. @throws whatever the library throws for other bytes */
export function readMessage(desc: DescMessage, bytes: Uint8Array, registry: Registry): Json {
  return viewMessage(reflect(desc, fromBinary(desc, bytes)), registry);
}

const IMPLICIT_PRESENCE = 2; // FeatureSet.FieldPresence.IMPLICIT

function isShown(message: ReflectMessage, field: DescField): boolean {
  const hasPresence =
    field.fieldKind === 'list' || field.fieldKind === 'map' ? false : field.presence !== IMPLICIT_PRESENCE;
  return !hasPresence || message.isSet(field);
}

function viewField(value: unknown, field: DescField, registry: Registry): Json {
  switch (field.fieldKind) {
    case 'list':
      return [...(value as ReflectList)].map((item) => viewOne(item, field, registry));
    case 'map':
      return Object.fromEntries(
        [...(value as ReflectMap)].map(([key, item]) => [String(key), viewOne(item, field, registry)]),
      );
    default:
      return viewOne(value, field, registry);
  }
}

/** One scalar, enum or message: of a field, or an item of a list or map. */
function viewOne(value: unknown, field: DescField, registry: Registry): Json {
  if (field.message) return viewMessage(value as ReflectMessage, registry);
  if (field.enum) {
    if (field.enum.typeName === 'google.protobuf.NullValue') return null;
    return field.enum.value[value as number]?.name ?? (value as number); // a number that the enum does not know stays one
  }
  return viewScalar(value, field.scalar ?? ScalarType.STRING);
}

function viewScalar(value: unknown, type: ScalarType): Json {
  if (typeof value === 'bigint') return exactNumber(value);
  if (value instanceof Uint8Array) return renderBase64(value);
  if (type === ScalarType.FLOAT) return showSingle(value as number);
  if (type === ScalarType.DOUBLE) return showReal(value as number);
  if (IS_64_BIT.has(type) && typeof value === 'string') return exactNumber(BigInt(value)); // with jstype = JS_STRING
  return value as Json; // a boolean, number or text
}

const IS_64_BIT: ReadonlySet<ScalarType> = new Set([
  ScalarType.INT64,
  ScalarType.UINT64,
  ScalarType.SINT64,
  ScalarType.FIXED64,
  ScalarType.SFIXED64,
]);

type View = (message: ReflectMessage, registry: Registry) => Json;

const asJson: View = (message, registry) => toJson(message.desc, message.message, { registry }) as Json;

/** The value of Int64Value and its like. */
const unwrapped: View = (message, registry) => {
  const [field] = message.fields;
  return field ? viewField(message.get(field), field, registry) : null;
};

/** `{ "@type": …, … }`; as its bytes when nobody knows the type. */
const viewAny: View = (message, registry) => {
  const any = message.message as Any; // its type name says so
  const desc = registry.getMessage(any.typeUrl.slice(any.typeUrl.lastIndexOf('/') + 1));
  const inner = desc && anyUnpack(any, desc);
  if (!desc || !inner) return { '@type': any.typeUrl, value: renderBase64(any.value) };
  const view = viewMessage(reflect(desc, inner), registry);
  const isPlain = WELL_KNOWN[desc.typeName] === undefined && typeof view === 'object' && view !== null;
  return isPlain ? { '@type': any.typeUrl, ...view } : { '@type': any.typeUrl, value: view };
};

const WELL_KNOWN: Readonly<Record<string, View>> = Object.fromEntries(
  [
    ...['Timestamp', 'Duration', 'FieldMask', 'Struct', 'Value', 'ListValue'].map((name): [string, View] => [
      name,
      asJson,
    ]),
    ...['Double', 'Float', 'Int64', 'UInt64', 'Int32', 'UInt32', 'Bool', 'String', 'Bytes'].map(
      (name): [string, View] => [`${name}Value`, unwrapped],
    ),
    ['Any', viewAny] as [string, View],
  ].map(([name, view]) => [`google.protobuf.${name}`, view]),
);
