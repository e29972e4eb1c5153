import { describe, expect, it } from 'vitest';
import { cloudevents } from '../../../src/formats/cloudevents.ts';
import type { Codec, Site } from '../../../src/formats/codec/codec.ts';
import type { Json } from '../../../src/model/json.ts';

const sources = { registry: undefined, readFile: () => Promise.reject(new Error('unexpected')) };
const open = (mode: 'structured' | 'binary'): Codec => cloudevents.open(mode, 'value', sources) as Codec; // it opens at once
const site = (headers: Record<string, string>): Site => ({
  part: 'value',
  topic: 't',
  headers: Object.entries(headers).map(([key, value]) => ({ key, value: Buffer.from(value) })),
});
const event = { specversion: '1.0', id: 'A1', source: '/shop', type: 'order.placed' };

function write(
  value: Json,
  mode: 'structured' | 'binary',
): { text: string; headers: Record<string, string> } {
  const { bytes, headers = [] } = open(mode).encode(value, site({}));
  return {
    text: String(bytes),
    headers: Object.fromEntries(headers.map(({ key, value: text }) => [key, String(text)])),
  };
}

describe('CloudEvents', () => {
  it('writes structured events as JSON and says so in the content type', () => {
    expect(write({ ...event, data: { n: 9007199254740993n } }, 'structured')).toEqual({
      text: '{"specversion":"1.0","id":"A1","source":"/shop","type":"order.placed","data":{"n":9007199254740993}}',
      headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
    });
  });

  it('writes the attributes of binary events into headers', () => {
    expect(
      write({ id: 'A1', source: '/shop', type: 'x', subject: 'ü', retries: 3, data: { n: 1 } }, 'binary'),
    ).toEqual({
      text: '{"n":1}',
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: 'A1',
        ce_source: '/shop',
        ce_type: 'x',
        ce_subject: 'ü',
        ce_retries: '3',
      },
    });
  });

  it.each<[string, Json]>([
    ['JSON', { ...event, datacontenttype: 'application/json', data: { a: [1, 9007199254740993n] } }],
    ['text', { ...event, datacontenttype: 'text/plain', data: 'hello' }],
    ['bytes', { ...event, datacontenttype: 'image/png', data_base64: 'AP8=' }],
    ['nothing but attributes', { ...event, datacontenttype: 'text/plain', data: '' }],
  ])('reads binary events with %s as they were written', (name, value) => {
    const { bytes, headers = [] } = open('binary').encode(value, site({}));
    const { data: _, ...attributes } = value as Record<string, Json>;
    const expected = name.startsWith('nothing') ? attributes : value;
    expect(open('structured').decode(bytes, { part: 'value', topic: 't', headers }).value).toEqual(expected);
  });

  it('reads structured events whatever the headers', () => {
    expect(open('binary').decode(Buffer.from(JSON.stringify(event)), site({})).value).toEqual(event);
  });

  it.each<[string, Json, string]>([
    ['no map', 'x', 'expected a map of attributes and data, got "x"'],
    ['no id', { source: '/s', type: 't' }, 'a CloudEvent needs the attribute "id" as text'],
    ['an attribute that is a map', { ...event, extra: {} }, '.extra: an attribute is a scalar, got a map'],
  ])('does not write %s', (_, value, message) => {
    expect(() => write(value, 'binary')).toThrow(expect.objectContaining({ name: 'Unfit', message }));
  });

  it('does not read JSON that is no event', () => {
    expect(() => open('structured').decode(Buffer.from('{"id":"1"}'), site({}))).toThrow(
      'neither ce_specversion among the headers nor "specversion" in the JSON',
    );
  });
});
