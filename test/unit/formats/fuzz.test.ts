import { describe, expect, it } from 'vitest';
import type { FormatSources } from '../../../src/formats/codec/codec.ts';
import { type FormatSpec, formats } from '../../../src/formats/index.ts';
import { randomBytes, randomWhole } from '../../../src/formats/random/random.ts';
import { openReader } from '../../../src/formats/record/reader.ts';
import { openWriter } from '../../../src/formats/record/writer.ts';
import type { Json } from '../../../src/model/json.ts';
import type { KafkaRecord } from '../../../src/model/record.ts';

const sources: FormatSources = {
  registry: undefined,
  readFile: () => Promise.reject(new Error('unexpected')),
};
const signal = new AbortController().signal;

const avro =
  '{"type":"record","name":"N","fields":[{"name":"u","type":["null","N","string","bytes","int"]},{"name":"m","type":{"type":"map","values":"double"}},{"name":"a","type":{"type":"array","items":"N"}},{"name":"d","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}},{"name":"t","type":{"type":"long","logicalType":"timestamp-micros"}}]}';
const proto =
  'syntax = "proto3"; import "google/protobuf/any.proto"; import "google/protobuf/timestamp.proto"; message N { map<string, N> m = 1; repeated sint64 r = 2; oneof o { string s = 3; bytes b = 4; } google.protobuf.Any any = 5; google.protobuf.Timestamp t = 6; }';
const OPTIONS: Record<string, unknown> = {
  avro: { schema: avro },
  protobuf: { schema: proto },
  'json-schema': { schema: '{"type":"object"}' },
  windowed: 'string',
};
const specs = Object.keys(formats).map((name): [string, FormatSpec] => [
  name,
  (name in OPTIONS ? { [name]: OPTIONS[name] } : name) as FormatSpec, // the formats' own names
]);

/** The same numbers in each run. */
function counted(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function record(value: Uint8Array): KafkaRecord {
  const headers = [{ key: 'ce_specversion', value: Buffer.from('1.0') }];
  return { topic: 't', partition: 0, offset: 0n, timestampMs: 0n, key: null, value, headers };
}

describe.each(specs)('the format %s', (_, spec) => {
  it('says of any bytes what they are or why they are not', async () => {
    const reader = await openReader({ value: spec }, sources);
    const random = counted(7);
    await reader.prepare([record(new Uint8Array())], signal);
    for (let count = 0; count < 1000; count++) {
      const viewed = reader.view(record(randomBytes(random, randomWhole(random, 0, 40))));
      if ('unreadable' in viewed) expect(viewed.unreadable).toMatch(/^the value is not /);
    }
  });

  it('writes any value or says why it does not fit', async () => {
    const writer = await openWriter({ value: spec }, 't', sources);
    const values: Json[] = [
      '',
      'x',
      0,
      -1,
      1.5,
      2n ** 70n,
      true,
      [],
      [null],
      {},
      { u: 1 },
      { m: null },
      { key: 'a', start: 1 },
      { s: {} },
      Number.MAX_VALUE,
    ];
    const given = values.map((value) => ({ key: null, value, headers: [] }));
    await writer.prepare(given, signal);
    for (const one of given) {
      try {
        writer.write(one, () => undefined);
      } catch (cause) {
        expect(cause).toMatchObject({ code: 'FORMAT_ENCODE' });
      }
    }
  });
});

it('explains a hundred unreadable records, and then only says why', async () => {
  const reader = await openReader({ value: 'json' }, sources);
  const reasons = Array.from({ length: 101 }, () => reader.view(record(Buffer.from('x'))));
  const short = 'the value is not json: not JSON: Unexpected token \'x\', "x" is not valid JSON';
  expect(reasons[99]).toEqual({ unreadable: `${short} (1 byte: 78); it can be read as string, bytes` });
  expect(reasons[100]).toEqual({ unreadable: short });
});

describe('a record that nests as deep as it can', () => {
  it.each<[string, FormatSpec, Uint8Array]>([
    [
      'avro',
      { avro: { schema: '{"type":"record","name":"L","fields":[{"name":"l","type":["null","L"]}]}' } },
      Buffer.alloc(200_000, 2),
    ],
    ['msgpack', 'msgpack', Buffer.concat([Buffer.alloc(200_000, 0x91), Buffer.from([0])])],
    ['json', 'json', Buffer.from('['.repeat(200_000))],
  ])('is unreadable as %s, not a crash', async (_, spec, bytes) => {
    const reader = await openReader({ value: spec }, sources);
    await reader.prepare([record(bytes)], signal);
    expect(reader.view(record(bytes))).toHaveProperty('unreadable');
  });
});
