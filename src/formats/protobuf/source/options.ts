import { create } from '@bufbuild/protobuf';
import {
  type FeatureSet,
  FeatureSet_EnumType,
  FeatureSet_FieldPresence,
  FeatureSet_MessageEncoding,
  FeatureSet_RepeatedFieldEncoding,
  FeatureSetSchema,
} from '@bufbuild/protobuf/wkt';
import type { TokenReader } from './token-reader.ts';

/** An option by its name as written (`packed`, `features.field_presence`, `(acme.mine).part`); blocks have no value here. */
export interface ProtoOption {
  readonly name: string;
  readonly value: string | undefined;
}

/** `option name = value;`, the word `option` taken. */
export function readOptionStatement(reader: TokenReader): ProtoOption {
  const option = readOption(reader);
  reader.expect(';');
  return option;
}

/** `[a = 1, b = 2]`, or nothing. */
export function readOptionList(reader: TokenReader): readonly ProtoOption[] {
  const options: ProtoOption[] = [];
  if (!reader.takeIf('[')) return options;
  do options.push(readOption(reader));
  while (reader.takeIf(','));
  reader.expect(']');
  return options;
}

/** The value of the option with this name; `true` for a flag. */
export function optionOf(options: readonly ProtoOption[], name: string): string | undefined {
  return options.findLast((option) => option.name === name)?.value;
}

function readOption(reader: TokenReader): ProtoOption {
  let name = readOptionName(reader);
  while (reader.takeIf('.')) name += `.${readOptionName(reader)}`;
  reader.expect('=');
  return { name, value: readValue(reader) };
}

function readOptionName(reader: TokenReader): string {
  if (!reader.takeIf('(')) return reader.name();
  const name = `(${reader.typeName()})`;
  reader.expect(')');
  return name;
}

function readValue(reader: TokenReader): string | undefined {
  const next = reader.peek();
  if (next.kind === 'symbol' && (next.text === '{' || next.text === '[')) {
    reader.skipBlock();
    return undefined;
  }
  if (next.kind === 'text') return reader.text();
  const sign = reader.takeIf('-') ? '-' : '';
  if (sign === '') reader.takeIf('+');
  return next.kind === 'name' ? reader.typeName() : sign + reader.take().text;
}

/** The features that change bytes, with the names of their values. */
const FEATURES = {
  field_presence: ['fieldPresence', FeatureSet_FieldPresence],
  enum_type: ['enumType', FeatureSet_EnumType],
  repeated_field_encoding: ['repeatedFieldEncoding', FeatureSet_RepeatedFieldEncoding],
  message_encoding: ['messageEncoding', FeatureSet_MessageEncoding],
} as const satisfies Record<string, readonly [keyof FeatureSet, Readonly<Record<string, string | number>>]>;

/** What editions let a file, message, field or enum say for itself; undefined when it says nothing. */
export function featuresOf(options: readonly ProtoOption[]): FeatureSet | undefined {
  const given = Object.entries(FEATURES).flatMap(([name, [key, values]]): [string, number][] => {
    const number = (values as Record<string, string | number>)[optionOf(options, `features.${name}`) ?? ''];
    return typeof number === 'number' ? [[key, number]] : [];
  });
  return given.length === 0 ? undefined : create(FeatureSetSchema, Object.fromEntries(given));
}

/** `features.field_presence = IMPLICIT` for each that is said. */
export function renderFeatures(features: FeatureSet | undefined): readonly string[] {
  if (!features) return [];
  return Object.entries(FEATURES).flatMap(([name, [key, values]]) => {
    const value = (values as Record<number, string>)[features[key]];
    return Object.hasOwn(features, key) && value !== undefined ? [`features.${name} = ${value}`] : [];
  });
}
