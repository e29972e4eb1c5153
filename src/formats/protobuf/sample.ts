import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import type { Json } from '../../model/json.ts';
import { renderBase64 } from '../codec/text.ts';
import { type Random, randomBytes, randomText, randomWhole } from '../random/random.ts';

/** Messages in messages end here. */
const DEEPEST = 4;

/** A value of a message in its JSON mapping. Of a oneof one field is set. */
export function sampleMessage(desc: DescMessage, random: Random, depth = 0): Json {
  const special = SAMPLES[desc.typeName];
  if (special) return special(random);
  const chosen = desc.oneofs.map(({ fields }) => fields[randomWhole(random, 0, fields.length - 1)]);
  const set = desc.fields.filter((field) => {
    if (field.oneof) return chosen.includes(field) && (!field.message || depth < DEEPEST);
    return !field.message || depth < DEEPEST;
  });
  return Object.fromEntries(set.map((field) => [field.name, sampleField(field, random, depth)]));
}

function sampleField(field: DescField, random: Random, depth: number): Json {
  const count = randomWhole(random, 0, 3);
  const one = (): Json => sampleOne(field, random, depth);
  if (field.fieldKind === 'list') return Array.from({ length: count }, one);
  if (field.fieldKind !== 'map') return one();
  const { mapKey } = field;
  return Object.fromEntries(
    Array.from({ length: count }, () => [String(sampleScalar(mapKey, random)), one()]),
  );
}

function sampleOne(field: DescField, random: Random, depth: number): Json {
  if (field.message) return sampleMessage(field.message, random, depth + 1);
  if (field.enum) return field.enum.values[randomWhole(random, 0, field.enum.values.length - 1)]?.name ?? 0;
  return sampleScalar(field.scalar ?? ScalarType.STRING, random);
}

function sampleScalar(type: ScalarType, random: Random): Json {
  switch (type) {
    case ScalarType.STRING:
      return randomText(random);
    case ScalarType.BYTES:
      return renderBase64(randomBytes(random, 8));
    case ScalarType.BOOL:
      return random() < 0.5;
    case ScalarType.FLOAT:
    case ScalarType.DOUBLE:
      return randomWhole(random, -10_000, 10_000) / 8;
    default:
      return randomWhole(random, 0, 2 ** 31 - 1);
  }
}

const SECONDS_OF_2033 = 2_000_000_000;

/** The messages whose JSON is not a map of their fields. */
const SAMPLES: Readonly<Record<string, (random: Random) => Json>> = {
  'google.protobuf.Timestamp': (random) =>
    new Date(randomWhole(random, 0, SECONDS_OF_2033) * 1000).toISOString(),
  'google.protobuf.Duration': (random) => `${randomWhole(random, 0, 3600)}s`,
  'google.protobuf.FieldMask': () => '',
  'google.protobuf.Struct': (random) => ({ [randomText(random)]: randomWhole(random, 0, 100) }),
  'google.protobuf.Value': (random) => randomText(random),
  'google.protobuf.ListValue': (random) => [randomWhole(random, 0, 100)],
  'google.protobuf.Any': () => ({}),
  'google.protobuf.Empty': () => ({}),
  'google.protobuf.StringValue': (random) => randomText(random),
  'google.protobuf.BytesValue': (random) => renderBase64(randomBytes(random, 8)),
  'google.protobuf.BoolValue': (random) => random() < 0.5,
  ...Object.fromEntries(
    ['Double', 'Float', 'Int64', 'UInt64', 'Int32', 'UInt32'].map((name) => [
      `google.protobuf.${name}Value`,
      (random: Random): Json => randomWhole(random, 0, 2 ** 31 - 1),
    ]),
  ),
};
