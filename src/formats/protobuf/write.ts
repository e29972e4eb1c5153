import { type DescMessage, fromJson, type JsonValue, type Registry, toBinary } from '@bufbuild/protobuf';
import { describeError } from '../../base/errors.ts';
import { isJsonObject, type Json } from '../../model/json.ts';
import { showKind } from '../codec/show.ts';
import { Unfit } from '../codec/unfit.ts';

/**
 * The bytes of a message, given in Protobuf's JSON mapping: names of fields as the .proto file writes them or in
 * lowerCamelCase, 64-bit integers as numbers or text, bytes as base64. @throws Unfit with the field
 */
export function writeMessage(value: Json, desc: DescMessage, registry: Registry): Uint8Array {
  const isMessage = isJsonObject(value) || desc.typeName.startsWith('google.protobuf.');
  if (!isMessage) throw new Unfit(`expected a map for message "${desc.typeName}", got ${showKind(value)}`);
  try {
    return toBinary(desc, fromJson(desc, withTexts(value), { registry }));
  } catch (cause) {
    throw new Unfit(describeError(cause));
  }
}

/** The library takes integers beyond 2^53 as text. */
function withTexts(value: Json): JsonValue {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return (value as readonly Json[]).map(withTexts);
  if (!isJsonObject(value)) return value as JsonValue; // what is left is a scalar
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one)]));
}
