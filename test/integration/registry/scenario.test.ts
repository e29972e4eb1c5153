import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunResult, run } from '../../../src/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flowproof-registry-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const order = {
  type: 'record',
  name: 'acme.Order',
  fields: [
    { name: 'id', type: 'long' },
    { name: 'customer', type: 'acme.Customer' },
    { name: 'note', type: ['null', 'string'], default: null },
    { name: 'at', type: { type: 'long', logicalType: 'timestamp-millis' }, default: 0 },
  ],
};

const files: Record<string, string> = {
  'flowproof.yaml': 'schemaRegistry: { schemas: { customer: customer.avsc } }\nscenarios: [orders.yaml]\n',
  'customer.avsc': '{"type":"record","name":"acme.Customer","fields":[{"name":"name","type":"string"}]}',
  'order.avsc': JSON.stringify(order),
  'newer.avsc': JSON.stringify({
    ...order,
    fields: [...order.fields, { name: 'plan', type: 'string', default: 'Free' }],
  }),
  'protos/acme/item.proto':
    'syntax = "proto3"; package acme; import "acme/money.proto"; message Item { int64 id = 1; acme.Money price = 2; }',
  'protos/acme/money.proto': 'syntax = "proto3"; package acme; message Money { int64 cents = 1; }',
  'user.json': '{"type":"object","properties":{"id":{"type":"integer"}},"required":["id"]}',
  'orders.yaml': `
scenario: formats with schemas
timeout: 20s
tasks:
  avro:
    produce:
      topic: orders
      key: { id: 9007199254740993 }
      value: { id: 9007199254740993, customer: { name: Zoë } }
      format:
        key: { avro: { schema: { type: record, name: Key, fields: [{ name: id, type: long }] }, register: true } }
        value: { avro: { file: order.avsc, references: [{ name: acme.Customer, subject: customer, version: 1 }], register: true } }
  avro-by-itself:
    after: start
    consume: { topic: orders }
    checks:
      - .record.key.id == 9007199254740993
      - .record.value.customer.name == "Zoë"
      - .record.value.note == null
      - .record.valueSchemaId > 0 and .record.keySchemaId > 0
  avro-as-newer:
    after: start
    consume:
      topic: orders
      format:
        key: avro
        value: { avro: { file: newer.avsc, references: [{ name: acme.Customer, subject: customer, version: 1 }] } }
    checks: [.record.value.plan == "Free", .record.value.id == 9007199254740993]
  protobuf:
    after: start
    produce:
      topic: items
      value: { id: 1, price: { cents: 9007199254740993 } }
      format: { value: { protobuf: { file: protos/acme/item.proto, register: true } } }
  protobuf-again:
    after: protobuf
    produce: { topic: items, value: { id: 2 }, format: { value: protobuf } }
  protobuf-read:
    after: start
    consume: { topic: items, format: { value: protobuf }, stop: { records: 2 } }
    checks: [.record.value.id > 0]
  protobuf-by-itself:
    after: start
    consume: { topic: items, where: [.record.value.id == 1] }
    checks: [.record.value.price.cents == 9007199254740993]
  json-schema:
    after: start
    produce: { topic: users, value: { id: 7 }, format: { value: { json-schema: { file: user.json, register: true, strategy: topic } } } }
  json-schema-read:
    after: start
    consume: { topic: users, format: { value: json-schema } }
    checks: [.record.value.id == 7]
`,
};

async function runProject(changed: Record<string, string> = {}): Promise<RunResult> {
  for (const [name, text] of Object.entries({ ...files, ...changed })) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await mkdir(join(folder, '.git'), { recursive: true });
  return await run({ cwd: folder, env: process.env, signal: new AbortController().signal });
}

it('Avro, Protobuf and JSON Schema go through the embedded registry, references and evolution included', async () => {
  const result = await runProject();
  expect(
    result.scenarios.flatMap(({ tasks }) =>
      tasks.map(({ id, status, message }) => `${id} ${status} ${message ?? ''}`),
    ),
  ).toEqual(result.scenarios.flatMap(({ tasks }) => tasks.map(({ id }) => `${id} passed `)));
  expect(result.status).toBe('passed');
}, 30_000);

const lines = (result: RunResult): string[] =>
  result.scenarios.flatMap(({ tasks }) =>
    tasks.map(({ id, status, message }) => `${id}: ${status} ${message ?? ''}`.trim()),
  );

it('a scenario that uses no registry never contacts the one that is configured', async () => {
  const result = await runProject({
    'flowproof.yaml': 'schemaRegistry: { url: "http://127.0.0.1:1" }\nscenarios: [orders.yaml]\n',
    'orders.yaml': `
scenario: no schemas
tasks:
  write: { produce: { topic: t, key: a, value: { n: 1 } } }
  read: { consume: { topic: t }, checks: [.record.value.n == 1] }
  bare-write: { after: start, produce: { topic: u, value: { id: 1 }, format: { value: { json-schema: { file: user.json, framing: none } } } } }
  bare-read: { after: start, consume: { topic: u, format: { value: { json-schema: { file: user.json, framing: none } } } } }
`,
  });
  expect(lines(result)).toEqual(['write: passed', 'read: passed', 'bare-write: passed', 'bare-read: passed']);
}, 30_000);

it('says what is wrong with schemas, values and the registry', async () => {
  const result = await runProject({
    'flowproof.yaml': 'scenarios: [orders.yaml]\nschemaRegistry: {}\n',
    'orders.yaml': `
scenario: what goes wrong
tasks:
  unknown-subject: { after: start, produce: { topic: t, value: { n: 1 }, format: { value: avro } } }
  not-registered: { after: start, produce: { topic: t, value: { id: 1 }, format: { value: { json-schema: { file: user.json } } } } }
  wrong-value: { after: start, produce: { topic: v, value: { id: one }, format: { value: { json-schema: { file: user.json, register: true } } } } }
  no-frame-write: { after: start, produce: { topic: u, value: text } }
  no-frame: { after: start, consume: { topic: u, format: { value: avro } } }
`,
  });
  const url = /http:\/\/127\.0\.0\.1:\d+/;
  expect(lines(result).map((line) => line.replace(url, 'URL'))).toEqual([
    'unknown-subject: error the schema registry at URL has no subject "t-value"',
    'not-registered: error the schema registry at URL does not have user.json under subject "t-value"',
    'wrong-value: error cannot write the value as json-schema: .id: Instance type "string" is invalid. Expected "integer"',
    'no-frame-write: passed',
    'no-frame: failed record u[0]@0 could not be read: the value is not avro: not in the Confluent wire format (a 0, then 4 bytes of schema id): there are 4 bytes (4 bytes: 74 65 78 74); it can be read as string, bytes',
  ]);
  expect(result.exitCode).toBe(3);
}, 30_000);

it('a schema file that is missing is found before anything runs', async () => {
  const running = runProject({
    'flowproof.yaml': 'scenarios: [orders.yaml]\n',
    'orders.yaml': `
scenario: missing file
tasks:
  write: { produce: { topic: t, value: { n: 1 }, format: { value: { avro: { file: gone.avsc } } } } }
`,
  });
  await expect(running).rejects.toMatchObject({
    problems: [{ message: 'the file "gone.avsc" does not exist', span: { line: 4 } }],
  });
});
