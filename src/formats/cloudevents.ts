import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { RecordHeader } from '../model/record.ts';
import { type Decoded, defineFormat, type Encoded } from './codec/codec.ts';
import { showKind } from './codec/show.ts';
import { encodeUtf8, parseBase64, readUtf8, renderBase64 } from './codec/text.ts';
import { Unfit } from './codec/unfit.ts';
import { decodeJson, json } from './json.ts';
import { string } from './string.ts';

/** What every CloudEvent must have. */
const REQUIRED = ['specversion', 'id', 'source', 'type'];
const CONTENT_TYPE = 'content-type';
const STRUCTURED = 'application/cloudevents+json; charset=UTF-8';
const PREFIX = 'ce_';

/**
 * `cloudevents`: CloudEvents 1.0 over Kafka (https://github.com/cloudevents/spec, kafka-protocol-binding), as one map of
 * attributes and `data`. Binary mode keeps the attributes in `ce_…` headers; structured mode all in JSON. Both are read.
 */
export const cloudevents = defineFormat({
  about:
    'a CloudEvent as a map of its attributes and data; both content modes are read, structured is written',
  options: z.enum(['structured', 'binary']).describe('the content mode that is written; default structured'),
  bare: 'structured',
  open: (mode) => ({
    encode(value): Encoded {
      const event = requireEvent(value);
      return mode === 'structured' ? encodeStructured(event) : encodeBinary(event);
    },
    decode: (bytes, { headers }): Decoded => ({ value: decodeEvent(bytes, headers) }),
  }),
});

/** `specversion` may be left out; it is 1.0. */
function requireEvent(value: Json): JsonObject {
  if (!isJsonObject(value)) throw new Unfit(`expected a map of attributes and data, got ${showKind(value)}`);
  const event: JsonObject = { specversion: '1.0', ...value };
  const missing = REQUIRED.find((name) => typeof event[name] !== 'string' || event[name] === '');
  if (missing !== undefined) throw new Unfit(`a CloudEvent needs the attribute "${missing}" as text`);
  return event;
}

function encodeStructured(event: JsonObject): Encoded {
  return { bytes: json.encode(event), headers: [header(CONTENT_TYPE, STRUCTURED)] };
}

function encodeBinary({
  data = null,
  data_base64: binary,
  datacontenttype,
  ...attributes
}: JsonObject): Encoded {
  const isJson = datacontenttype === undefined || isJsonType(String(datacontenttype));
  const contentType = String(datacontenttype ?? 'application/json');
  const headers = Object.entries(attributes).map(([name, value]) =>
    header(`${PREFIX}${name}`, textOf(name, value)),
  );
  return { bytes: dataBytes(data, binary, isJson), headers: [header(CONTENT_TYPE, contentType), ...headers] };
}

function dataBytes(data: Json, binary: Json | undefined, isJson: boolean): Uint8Array {
  if (binary === undefined) return isJson ? json.encode(data) : string.encode(data);
  const bytes = typeof binary === 'string' ? parseBase64(binary) : undefined;
  if (!bytes) throw new Unfit(`.data_base64: expected base64 text, got ${showKind(binary)}`);
  return bytes;
}

function textOf(name: string, value: Json): string {
  if (typeof value === 'object')
    throw new Unfit(`.${name}: an attribute is a scalar, got ${showKind(value)}`);
  return String(value);
}

function header(key: string, value: string): RecordHeader {
  return { key, value: encodeUtf8(value) };
}

function decodeEvent(bytes: Uint8Array, headers: readonly RecordHeader[]): JsonObject {
  const texts = new Map(
    headers.map(({ key, value }) => [key.toLowerCase(), value === null ? '' : (readUtf8(value) ?? '')]),
  );
  const contentType = texts.get(CONTENT_TYPE);
  if (texts.has(`${PREFIX}specversion`)) return decodeBinary(bytes, texts, contentType);
  const event = decodeJson(bytes);
  const missing = isJsonObject(event) ? REQUIRED.find((name) => !(name in event)) : 'specversion';
  if (missing === undefined) return event as JsonObject; // only a map has them all
  throw new Unfit(
    `no CloudEvent: neither ${PREFIX}specversion among the headers nor "${missing}" in the JSON`,
  );
}

function decodeBinary(
  bytes: Uint8Array,
  texts: ReadonlyMap<string, string>,
  contentType: string | undefined,
): JsonObject {
  const attributes = [...texts]
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, value]) => [key.slice(PREFIX.length), value] as const);
  const type = contentType === undefined ? {} : { datacontenttype: contentType };
  return { ...Object.fromEntries(attributes), ...type, ...decodeData(bytes, contentType) };
}

function decodeData(bytes: Uint8Array, contentType: string | undefined): JsonObject {
  if (bytes.length === 0) return {};
  if (contentType === undefined || isJsonType(contentType)) return { data: decodeJson(bytes) };
  const text = readUtf8(bytes);
  return text === undefined ? { data_base64: renderBase64(bytes) } : { data: text };
}

/** `application/json`, `text/json`, `application/cloudevents+json`, with parameters or without. */
function isJsonType(contentType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(contentType);
}
