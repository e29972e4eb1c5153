import { describe, expect, it } from 'vitest';
import type { FormatSources } from '../../../../src/formats/codec/codec.ts';
import type { FormatSpec } from '../../../../src/formats/index.ts';
import { openReader } from '../../../../src/formats/record/reader.ts';
import { openWriter } from '../../../../src/formats/record/writer.ts';
import type { Json } from '../../../../src/model/json.ts';
import type { SchemaRegistry, SchemaText, SubjectVersion } from '../../../../src/model/schema-registry.ts';

const signal = new AbortController().signal;
const schema = '{"type":"record","name":"acme.A","fields":[{"name":"n","type":"int"}]}';

/** A registry of the test's memory, which notes what it is asked. */
class FakeRegistry implements SchemaRegistry {
  readonly url = 'http://registry';
  readonly asked: string[] = [];
  readonly #versions: SubjectVersion[] = [];

  add(subject: string, given: SchemaText): SubjectVersion {
    const known = this.#versions.find((one) => one.subject === subject && one.text === given.text);
    if (known) return known;
    const version = this.#versions.filter((one) => one.subject === subject).length + 1;
    const added = { ...given, subject, version, id: this.#versions.length + 1 };
    this.#versions.push(added);
    return added;
  }

  async schemaById(id: number): ReturnType<SchemaRegistry['schemaById']> {
    this.asked.push(`id ${id}`);
    return this.#versions.find((one) => one.id === id);
  }

  async schemaOf(subject: string, version: number | 'latest'): ReturnType<SchemaRegistry['schemaOf']> {
    this.asked.push(`${subject} ${version}`);
    return this.#versions.findLast(
      (one) => one.subject === subject && (version === 'latest' || one.version === version),
    );
  }

  async lookUp(subject: string, given: SchemaText): ReturnType<SchemaRegistry['lookUp']> {
    this.asked.push(`look up ${subject}`);
    return this.#versions.find((one) => one.subject === subject && one.text === given.text);
  }

  async register(subject: string, given: SchemaText): ReturnType<SchemaRegistry['register']> {
    this.asked.push(`register ${subject}`);
    return this.add(subject, given);
  }
}

const avro = (text: string): SchemaText => ({ kind: 'AVRO', text, references: [] });
const sourcesOf = (registry?: SchemaRegistry, files: Record<string, string> = {}): FormatSources => ({
  registry,
  readFile: (path) => {
    const text = files[path];
    return text === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(text);
  },
});

async function write(
  format: FormatSpec,
  sources: FormatSources,
  values: readonly Json[] = [{ n: 1 }],
): Promise<string[]> {
  const writer = await openWriter({ value: format }, 'orders', sources);
  const given = values.map((value) => ({ key: null, value, headers: [] }));
  await writer.prepare(given, signal);
  return given.map((one) => Buffer.from(writer.write(one, () => undefined).value ?? []).toString('hex'));
}

async function read(
  format: FormatSpec | undefined,
  sources: FormatSources,
  hexes: readonly string[],
): Promise<unknown[]> {
  const reader = await openReader({ value: format }, sources);
  const records = hexes.map((hex) => ({
    topic: 'orders',
    partition: 0,
    offset: 0n,
    timestampMs: 0n,
    key: null,
    value: Buffer.from(hex, 'hex'),
    headers: [],
  }));
  await reader.prepare(records, signal);
  expect(reader.prepare(records, signal)).toBeUndefined();
  return records.map((record) => {
    const viewed = reader.view(record);
    return 'view' in viewed ? viewed.view.value : viewed.unreadable;
  });
}

describe('a format with a schema', () => {
  it('is bare without a registry, and with "framing: none"', async () => {
    const registry = new FakeRegistry();
    expect(await write({ avro: { schema } }, sourcesOf())).toEqual(['02']);
    expect(await write({ avro: { schema, framing: 'none' } }, sourcesOf(registry))).toEqual(['02']);
    expect(await read({ avro: { schema, framing: 'none' } }, sourcesOf(registry), ['02'])).toEqual([
      { n: 1 },
    ]);
    expect(registry.asked).toEqual([]);
  });

  it('takes the latest schema of the subject, asking once', async () => {
    const registry = new FakeRegistry();
    registry.add('orders-value', avro(schema));
    expect(await write('avro', sourcesOf(registry), [{ n: 1 }, { n: 2 }])).toEqual([
      '000000000102',
      '000000000104',
    ]);
    expect(registry.asked).toEqual(['orders-value latest']);
  });

  it.each<[string, string]>([
    ['topic', 'orders-value'],
    ['record', 'acme.A'],
    ['topic-record', 'orders-acme.A'],
  ])('names the subject by the strategy %s', async (strategy, subject) => {
    const registry = new FakeRegistry();
    await write({ avro: { schema, strategy, register: true } }, sourcesOf(registry));
    expect(registry.asked).toEqual([`register ${subject}`]);
  });

  it('registers what a file refers to before it', async () => {
    const registry = new FakeRegistry();
    const files = {
      'order.avsc': '{"type":"record","name":"acme.Order","fields":[{"name":"c","type":"acme.Customer"}]}',
      'customer.avsc': '{"type":"record","name":"acme.Customer","fields":[]}',
    };
    const format = { avro: { file: 'order.avsc', references: ['customer.avsc'], register: true } };
    expect(await write(format, sourcesOf(registry, files), [{ c: {} }])).toEqual(['0000000002']);
    expect(registry.asked).toEqual(['register acme.Customer', 'register orders-value']);
    expect((await registry.schemaById(2))?.references).toEqual([
      { name: 'acme.Customer', subject: 'acme.Customer', version: 1 },
    ]);
  });

  it('reads each record with its own schema, fetching each once, and shows it as the given one sees it', async () => {
    const registry = new FakeRegistry();
    registry.add('orders-value', avro(schema));
    registry.add('orders-value', avro(schema.replace('"int"', '"long"')));
    const hexes = ['000000000102', '000000000204', '000000000106'];
    expect(await read('avro', sourcesOf(registry), hexes)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(registry.asked).toEqual(['id 1', 'id 2']);
    const newer = schema
      .replace(']}', ',{"name":"m","type":"string","default":"?"}]}')
      .replace('"int"', '"double"');
    expect(await read({ avro: { schema: newer } }, sourcesOf(registry), hexes)).toEqual(
      [1, 2, 3].map((n) => ({ n, m: '?' })),
    );
  });

  it('says of bytes why they are not read', async () => {
    const registry = new FakeRegistry();
    registry.add('orders-value', avro(schema));
    registry.add('other', { kind: 'JSON', text: '{}', references: [] });
    registry.add('broken', avro('{"type":"nope"}'));
    const [noFrame, unknown, otherKind, broken, short] = await read('avro', sourcesOf(registry), [
      '7b7d',
      '0000000063',
      '0000000002',
      '0000000003',
      '0000000001',
    ]);
    expect(noFrame).toContain(
      'the value is not avro: not in the Confluent wire format (a 0, then 4 bytes of schema id): there are 2 bytes',
    );
    expect(unknown).toContain('the schema registry at http://registry has no schema with id 99');
    expect(otherKind).toContain('schema 2 is of type JSON, not AVRO');
    expect(broken).toContain('schema 3 cannot be used: Avro schema: unknown type "nope"');
    expect(short).toContain('.n: the bytes end too early');
  });

  it.each<[string, FormatSpec, FormatSources, string, string]>([
    [
      'no registry',
      'avro',
      sourcesOf(),
      'SCHEMA_NOT_FOUND',
      'the format needs a schema registry, and flowproof.yaml names none',
    ],
    [
      'an unknown subject',
      'avro',
      sourcesOf(new FakeRegistry()),
      'SCHEMA_NOT_FOUND',
      'the schema registry at http://registry has no subject "orders-value"',
    ],
    [
      'an unknown version',
      { avro: { version: 7 } },
      sourcesOf(new FakeRegistry()),
      'SCHEMA_NOT_FOUND',
      'no version 7 of subject "orders-value"',
    ],
    [
      'an unregistered schema',
      { avro: { schema } },
      sourcesOf(new FakeRegistry()),
      'SCHEMA_NOT_FOUND',
      'does not have the schema of the scenario under subject "orders-value"',
    ],
    [
      'a missing file',
      { avro: { file: 'x.avsc' } },
      sourcesOf(),
      'FILE_NOT_READABLE',
      'the schema file "x.avsc" cannot be read: no such file',
    ],
    [
      'a broken schema',
      { avro: { schema: '{"type":"nope"}' } },
      sourcesOf(),
      'SCHEMA_INVALID',
      'the schema of the scenario cannot be used: Avro schema: unknown type "nope"',
    ],
    [
      'a nameless schema for the strategy record',
      { avro: { schema: '"int"', strategy: 'record', register: true } },
      sourcesOf(new FakeRegistry()),
      'SCHEMA_INVALID',
      'the strategy "record" needs a schema with a name',
    ],
    [
      'a wrong value',
      { avro: { schema } },
      sourcesOf(),
      'FORMAT_ENCODE',
      'cannot write the value as avro: .n: expected a whole number, got "x"',
    ],
  ])('is refused for %s', async (_, format, sources, code, message) => {
    await expect(write(format, sources, [{ n: 'x' }])).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});

describe('auto', () => {
  it('reads what the registry knows, and takes other bytes for what they look like', async () => {
    const registry = new FakeRegistry();
    registry.add('orders-value', avro(schema));
    const long = '0000000100000000'; // begins like a frame with id 1
    expect(
      await read(undefined, sourcesOf(registry), ['000000000102', '0000000063ff', long, '7b7d']),
    ).toEqual([{ n: 1 }, 'AAAAAGP/', 'AAAAAQAAAAA=', {}]);
  });

  it('asks no registry about bytes that do not begin like a frame', async () => {
    const registry = new FakeRegistry();
    await read(undefined, sourcesOf(registry), ['7b7d', '313131', 'ff']);
    expect(registry.asked).toEqual([]);
  });
});
