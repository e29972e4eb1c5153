import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBinary, toJson } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FormatSources } from '../../../src/formats/codec/codec.ts';
import type { FormatSpec } from '../../../src/formats/index.ts';
import { compileForRegistry } from '../../../src/formats/protobuf/for-registry.ts';
import { renderProto } from '../../../src/formats/protobuf/source/render-proto.ts';
import { connectSchemaRegistry } from '../../../src/kafka/schema-registry.ts';
import type { Json, JsonObject } from '../../../src/model/json.ts';
import { EmbeddedRegistry } from '../../../src/registry/embedded-registry.ts';
import { cachedFolder } from '../../support/cache.ts';
import { fingerprint } from '../../support/fingerprint.ts';
import { readValue, writeValue } from '../../support/formatted-record.ts';
import { describeWith } from '../../support/needs.ts';
import { runProgram } from '../../support/run-program.ts';

const folder = import.meta.dirname;
const schemas = join(folder, 'schemas');
const signal = new AbortController().signal;

const order = {
  id: 9007199254740993n,
  customer: { name: 'Zoë', plan: 'PAID' },
  note: null,
  total: 1234567890123.45,
  placedAt: '2022-05-08T12:29:59.698Z',
  day: '2022-05-08',
  stock: { a: 1, b: 9223372036854775807n },
  ratio: 0.5,
  tree: { value: 1, children: [{ value: 'x', children: [] }] },
};
const sale = {
  id: 9007199254740993n,
  status: 'PAID',
  lines: [{ sku: 'ü', quantity: -1, bundle: [{ sku: 'y', quantity: 2, bundle: [] }] }],
  stock: { a: 9223372036854775807n },
  cash: { currency: 'CHF', units: 5 },
  discount: 0,
  placed_at: '2022-05-08T12:29:59.698Z',
  maybe: 7,
  extra: { a: [1, null] },
  raw: 'AP8=',
  ratio: 0.1,
  marks: [18446744073709551615n],
  took: '1.500s',
};
const user = { id: 9007199254740993n, address: { city: 'Zürich' } };

const customerReference = [{ name: 'acme.Customer', subject: 'customer', version: 1 }];
const newer = JSON.parse(readFileSync(join(schemas, 'order.avsc'), 'utf8'));
newer.fields = [
  ...newer.fields.filter(({ name }: { name: string }) => name !== 'stock'),
  { name: 'channel', type: 'string', default: 'web' },
];
const { stock: _, ...withoutStock } = order;

let python: string;
let registry: EmbeddedRegistry;
let sources: FormatSources;

beforeAll(async () => {
  const requirements = join(folder, 'python/requirements.txt');
  const environment = await cachedFolder(
    `registry/python-${fingerprint([readFileSync(requirements)])}`,
    async (out) => {
      await runProgram('python3', ['-m', 'venv', out], { timeoutMs: 120_000 });
      await runProgram(
        join(out, 'bin/python'),
        ['-m', 'pip', 'install', '--quiet', '--requirement', requirements],
        { timeoutMs: 300_000 },
      );
    },
  );
  python = join(environment, 'bin/python');
  registry = await EmbeddedRegistry.start();
  const client = connectSchemaRegistry({ url: registry.url });
  sources = { registry: client, readFile: async (path) => readFileSync(join(schemas, path), 'utf8') };
  await client.register(
    'customer',
    { kind: 'AVRO', text: await sources.readFile('customer.avsc'), references: [] },
    signal,
  );
  await client.register(
    'address',
    { kind: 'JSON', text: await sources.readFile('address.json'), references: [] },
    signal,
  );
}, 480_000);
afterAll(() => registry?.[Symbol.asyncDispose]());

async function runPython(
  mode: 'write' | 'read' | 'protoc',
  input = '',
  files: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const program = join(folder, 'python/serializers.py');
  const { stdout } = await runProgram(python, [program, registry.url, schemas, mode, ...files], {
    input,
    timeoutMs: 60_000,
  });
  return JSON.parse(stdout);
}

const write = (topic: string, value: Json, format: FormatSpec): Promise<string> =>
  writeValue(value, { topic, sources, format });
const read = (topic: string, base64: unknown, format?: FormatSpec): Promise<unknown> =>
  readValue(String(base64), { topic, sources, format });

describeWith(['python'], "Confluent's serializers for Python", () => {
  it('write Avro, Protobuf and JSON Schema records that are read exactly, by format and by auto', async () => {
    const written = await runPython('write');
    expect(await read('orders', written.avro, 'avro')).toEqual(order);
    expect(await read('orders', written.avro)).toEqual(order);
    const asNewer = { avro: { schema: JSON.stringify(newer), references: customerReference } };
    expect(await read('orders', written.avro, asNewer)).toEqual({ ...withoutStock, channel: 'web' });
    expect(await read('sales', written.protobuf, 'protobuf')).toEqual(sale);
    expect(await read('sales', written.protobuf)).toEqual(sale);
    expect(await read('envelopes', written['protobuf-first'])).toEqual({ id: 'e' });
    expect(await read('users', written.json, 'json-schema')).toEqual(user);
    expect(await read('users', written.json)).toEqual(user);
  });

  it('read what is written here with the same schemas, those that it registers and those that they registered', async () => {
    const written = {
      avro: await write('orders', order, {
        avro: { file: 'order.avsc', references: customerReference, register: true },
      }),
      protobuf: await write('sales', sale, {
        protobuf: { file: 'acme/shop.proto', message: 'acme.Sale', register: true },
      }),
      json: await write('users', user, {
        'json-schema': {
          file: 'user.json',
          references: [{ name: 'address.json', subject: 'address', version: 1 }],
          register: true,
        },
      }),
    };
    const seen = (await runPython('read', JSON.stringify(written))) as Record<string, JsonObject>;
    const inPython = {
      ...order,
      id: Number(order.id),
      stock: { a: 1, b: Number(order.stock.b) },
      total: '1234567890123.45',
      placedAt: '2022-05-08T12:29:59.698000+00:00',
    };
    expect(seen.avro).toEqual(inPython);
    const { stock, ...newerInPython } = inPython;
    expect(stock).toBeTruthy();
    expect(seen['avro-newer']).toEqual({ ...newerInPython, channel: 'web' });
    expect(seen.protobuf).toMatchObject({
      id: '9007199254740993',
      cash: { currency: 'CHF', units: '5' },
      placed_at: '2022-05-08T12:29:59.698Z',
      marks: ['18446744073709551615'],
      discount: 0,
    });
    expect(seen.json).toEqual({ id: Number(user.id), address: user.address });
  });
});

const protos = ['acme/shop.proto', 'acme/legacy.proto', 'acme/modern.proto'];

describeWith(['python'], 'a .proto file', () => {
  it('becomes the descriptor that protoc makes of it, but for options that do not change the bytes', async () => {
    const made = await runPython('protoc', '', protos);
    for (const file of protos) {
      const text = readFileSync(join(schemas, file), 'utf8');
      const money = { name: 'acme/money.proto', text: await sources.readFile('acme/money.proto') };
      const { compiled, serialized } = compileForRegistry({ text, dependencies: [money] });
      expect(comparable(serialized)).toEqual(comparable(String(made[file])));
      const again = compileForRegistry({ text: renderProto(compiled.file.proto), dependencies: [money] });
      expect(again.serialized).toBe(serialized);
    }
  });
});

/** What both compilers must agree on. */
function comparable(base64: string): unknown {
  const file = fromBinary(FileDescriptorProtoSchema, Buffer.from(base64, 'base64'));
  const json = toJson(FileDescriptorProtoSchema, file) as Record<string, unknown>;
  return JSON.parse(JSON.stringify({ ...json, name: '', service: undefined }), (key, value) => {
    if (key === 'jsonName' && value !== 'veryDeep') return undefined;
    if (key === 'javaPackage' || key === 'deprecated' || key === 'dependency') return undefined;
    const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    return isEmpty || (key === 'proto3Optional' && value === false) ? undefined : value;
  });
}
