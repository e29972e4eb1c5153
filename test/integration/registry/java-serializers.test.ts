import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FormatSources } from '../../../src/formats/codec/codec.ts';
import { connectSchemaRegistry } from '../../../src/kafka/schema-registry.ts';
import { parseJson, renderJson } from '../../../src/model/json.ts';
import { EmbeddedRegistry } from '../../../src/registry/embedded-registry.ts';
import { cachedFolder } from '../../support/cache.ts';
import { fingerprint } from '../../support/fingerprint.ts';
import { readValue, writeValue } from '../../support/formatted-record.ts';
import { mavenLibs } from '../../support/maven-libs.ts';
import { describeWith } from '../../support/needs.ts';
import { runProgram } from '../../support/run-program.ts';

const folder = import.meta.dirname;
const schemas = join(folder, 'schemas');

const customer = { name: 'Zoë', plan: 'PAID' };
const order = {
  id: 9007199254740993n,
  customer,
  note: null,
  total: 1234567890123.45,
  placedAt: '2022-05-08T12:29:59.698Z',
  day: '2022-05-08',
  stock: { a: 9223372036854775807n },
  ratio: 0.5,
  tree: { value: 1, children: [{ value: 'x', children: [] }] },
};
/** In Avro's JSON encoding, which names the branches of unions and leaves numbers, dates and bytes as they are stored. */
const orderInAvro = {
  ...order,
  total: String.fromCharCode(0x70, 0x48, 0x86, 0x0d, 0xdf, 0x79),
  placedAt: 1652012999698,
  day: 19120,
  tree: { value: { int: 1 }, children: [{ value: { string: 'x' }, children: [] }] },
};

const customerReference = { name: 'acme.Customer', subject: 'customer', version: 1 };
const orderReference = { name: 'acme.Order', subject: 'order', version: 1 };
const orderFormat = { avro: { file: 'order.avsc', references: [customerReference], register: true } };
const eventFormat = {
  avro: { file: 'event.avsc', references: [orderReference, customerReference], register: true },
};

let java: readonly string[];
let registry: EmbeddedRegistry;
let sources: FormatSources;

beforeAll(async () => {
  const libs = join(await mavenLibs(join(folder, 'java/pom.xml')), '*');
  const program = join(folder, 'java/Serializers.java');
  const classes = await cachedFolder(`registry/java-${fingerprint([readFileSync(program)])}`, (out) =>
    runProgram('javac', ['-d', out, '-cp', libs, program], { timeoutMs: 120_000 }),
  );
  java = ['-XX:TieredStopAtLevel=1', '-cp', `${classes}:${libs}`, 'Serializers'];
  registry = await EmbeddedRegistry.start();
  const client = connectSchemaRegistry({ url: registry.url });
  sources = { registry: client, readFile: async (path) => readFileSync(join(schemas, path), 'utf8') };
  for (const [subject, references] of [
    ['customer', []],
    ['order', [customerReference]],
  ] as const) {
    const text = await sources.readFile(`${subject}.avsc`);
    await client.register(subject, { kind: 'AVRO', text, references }, new AbortController().signal);
  }
}, 480_000);
afterAll(() => registry?.[Symbol.asyncDispose]());

/** One step of the Java program: what to do, the subject, the schema's file and the value. */
type Step = readonly ['write' | 'register' | 'read', string, string, string];

async function runJava(...steps: readonly Step[]): Promise<string[]> {
  const args = [...java, registry.url, schemas, ...steps.flat()];
  const { stdout } = await runProgram('java', args, { timeoutMs: 60_000 });
  return stdout.trimEnd().split('\n');
}

describeWith(
  ['java', 'javac', 'maven'],
  "Confluent's registry client and Flink's serializers for Java",
  () => {
    it('write records that are read exactly, with references and with a union of records', async () => {
      const [inline, referring, first, second] = await runJava(
        ['write', 'inline-value', 'order.avsc', renderJson(orderInAvro)],
        ['register', 'orders-value', 'order.avsc', renderJson(orderInAvro)],
        ['register', 'events-value', 'event.avsc', renderJson({ 'acme.Order': orderInAvro })],
        ['register', 'events-value', 'event.avsc', renderJson({ 'acme.Customer': customer })],
      );
      const read = (topic: string, base64 = '') => readValue(base64, { topic, sources });
      expect(await read('inline', inline)).toEqual(order);
      expect(await read('orders', referring)).toEqual(order);
      expect(await read('events', first)).toEqual(order);
      expect(await read('events', second)).toEqual(customer);
    });

    it('read what is written here, with the schemas that it registers', async () => {
      const event = { topic: 'happened', sources, format: eventFormat };
      const seen = await runJava(
        [
          'read',
          '',
          'order.avsc',
          await writeValue(order, { topic: 'placed', sources, format: orderFormat }),
        ],
        ['read', '', 'event.avsc', await writeValue(order, event)],
        ['read', '', 'event.avsc', await writeValue(customer, event)],
      );
      expect(seen.map(parseJson)).toEqual([orderInAvro, orderInAvro, customer]);
    });
  },
);
