import { describe, expect, it } from 'vitest';
import type { FormatSources } from '../../../../src/formats/codec/codec.ts';
import type { RecordFormat } from '../../../../src/formats/index.ts';
import { openReader } from '../../../../src/formats/record/reader.ts';
import { recordContext } from '../../../../src/formats/record/view.ts';
import type { KafkaRecord } from '../../../../src/model/record.ts';

const sources: FormatSources = {
  registry: undefined,
  readFile: () => Promise.reject(new Error('unexpected')),
};
const plain: KafkaRecord = {
  topic: 'orders',
  partition: 2,
  offset: 7n,
  timestampMs: 1652012999698n,
  key: Buffer.from('k'),
  value: Buffer.from('{"id":1}'),
  headers: [],
};

async function view(record: Partial<KafkaRecord>, format?: RecordFormat): Promise<unknown> {
  const viewed = (await openReader(format, sources)).view({ ...plain, ...record });
  return 'view' in viewed ? viewed.view : viewed.unreadable;
}

describe('a record reader', () => {
  it('shows a record with key, value, place and time', async () => {
    expect(await view({})).toEqual({
      topic: 'orders',
      partition: 2,
      offset: 7,
      timestamp: 1652012999698,
      key: 'k',
      value: { id: 1 },
      headers: [],
    });
  });

  it('keeps every digit of offsets beyond 2^53', async () => {
    expect(await view({ offset: 9007199254740993n })).toMatchObject({ offset: 9007199254740993n });
  });

  it.each(['long', 'json', 'boolean', 'uuid'] as const)(
    'shows null as null in the format %s',
    async (name) => {
      expect(await view({ key: null, value: null }, { key: name, value: name })).toMatchObject({
        key: null,
        value: null,
      });
    },
  );

  it('shows a header whose bytes are not text as base64, and keeps duplicates and nulls', async () => {
    const headers = [
      { key: 'a', value: Buffer.from('1') },
      { key: 'b', value: Buffer.from([0xff]) },
      { key: 'a', value: null },
    ];
    expect(await view({ headers })).toMatchObject({
      headers: [
        { key: 'a', value: '1' },
        { key: 'b', value: '/w==', encoding: 'base64' },
        { key: 'a', value: null },
      ],
    });
  });

  it.each<[string, Partial<KafkaRecord>, RecordFormat, string]>([
    [
      'text where a long should be',
      { key: Buffer.from('hello') },
      { key: 'long' },
      'the key is not long: 5 bytes, where 8 are needed (5 bytes: 68 65 6c 6c 6f); it can be read as string, bytes',
    ],
    [
      'a long where JSON should be',
      { value: Buffer.from('000000000000002a', 'hex') },
      { value: 'json' },
      'the value is not json: not JSON: Unexpected token',
    ],
    [
      'no bytes where JSON should be',
      { value: Buffer.alloc(0) },
      { value: 'json' },
      'the value is not json: no bytes, where JSON needs at least one (0 bytes); it can be read as string, bytes',
    ],
    [
      'bytes with a schema id where text should be',
      { value: Buffer.from('0000000007ff', 'hex') },
      { value: 'string' },
      'it starts like the Confluent wire format with schema id 7; it can be read as bytes',
    ],
    [
      'many bytes',
      { value: Buffer.alloc(20, 0xff) },
      { value: 'string' },
      '(20 bytes: ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff …); it can be read as bytes',
    ],
  ])('says what would have worked for %s', async (_, record, format, reason) => {
    expect(await view(record, format)).toContain(reason);
  });
});

describe('the context of a record', () => {
  it('has the last value of each header by name', async () => {
    const viewed = (await openReader(undefined, sources)).view({
      ...plain,
      headers: [
        { key: 'a', value: Buffer.from('1') },
        { key: 'a', value: Buffer.from('2') },
        { key: '__proto__', value: Buffer.from('3') },
      ],
    });
    const context = 'view' in viewed ? recordContext(viewed.view) : {};
    expect(context.header).toEqual(
      Object.fromEntries([
        ['a', '2'],
        ['__proto__', '3'],
      ]),
    );
  });
});
