import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Kafka, logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { EmbeddedKafka } from '../../../src/broker/embedded-kafka.ts';
import { CLI, NODE } from '../../support/cli.ts';
import { measureCost } from '../../support/process-cost.ts';

const MILLION = 1_000_000;
const MOST_MEBIBYTES = 300;

async function run(scenario: string, folder: string, ...args: readonly string[]) {
  writeFileSync(join(folder, 's.yaml'), scenario);
  const cost = measureCost();
  const child = spawn(NODE, [...cost.nodeArguments, CLI, 'run', 's.yaml', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exitCode = await new Promise<number | null>((done, fail) =>
    child.on('error', fail).on('close', done),
  );
  return { exitCode, output, ...cost.read() };
}

async function fill(bootstrap: string): Promise<void> {
  const text = 'x'.repeat(64);
  for (let from = 0; from < MILLION; from += 50_000)
    await send(
      bootstrap,
      'busy',
      Array.from({ length: 50_000 }, (_, index) => JSON.stringify({ id: from + index, text })),
    );
}

async function send(bootstrap: string, topic: string, values: readonly string[]): Promise<void> {
  const producer = new Kafka({ brokers: [bootstrap], logLevel: logLevel.ERROR }).producer();
  await producer.connect();
  for (let from = 0; from < values.length; from += 5000)
    await producer.send({ topic, messages: values.slice(from, from + 5000).map((value) => ({ value })) });
  await producer.disconnect();
}

/** Waits until a topic has a record. */
async function untilThere(bootstrap: string, topic: string): Promise<void> {
  const consumer = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING }).consumer({
    groupId: 'test',
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({ eachMessage: async () => resolve() });
  await promise;
  await consumer.disconnect();
}

describe('a million', () => {
  it('records pass through a scenario that looks for one of them, in bounded memory', {
    timeout: 180_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowproof-busy-'));
    await using kafka = await EmbeddedKafka.start({ port: 0 });
    await fill(kafka.bootstrap);
    const { exitCode, output, mebibytes } = await run(
      `scenario: busy\ntasks: { read: { consume: { topic: busy, from: beginning, where: [.record.value.id == ${MILLION - 1}], fail: { after: 2m } } } }\n`,
      folder,
      '--bootstrap',
      kafka.bootstrap,
    );
    expect(output).toContain('1 scenario passed');
    expect(exitCode).toBe(0);
    expect(mebibytes).toBeLessThan(MOST_MEBIBYTES);
  });

  it.for([
    ['pass through one that starts late', `where: [.record.value.id == ${MILLION - 1}]`],
    ['all match one that starts late', `expect: { count: ${MILLION} }`],
  ] as const)(
    'records that come while other tasks run %s, in bounded memory',
    {
      timeout: 180_000,
    },
    async ([, asked]) => {
      const folder = mkdtempSync(join(tmpdir(), 'flowproof-late-'));
      await using kafka = await EmbeddedKafka.start({ port: 0 });
      const running = run(
        `scenario: late
tasks:
  begun: { produce: { topic: begun, value: 1 } }
  filled: { consume: { topic: filled, fail: { after: 2m } } }
  pause: { wait: 3s }
  read: { consume: { topic: busy, ${asked}, fail: { after: 2m } } }
`,
        folder,
        '--bootstrap',
        kafka.bootstrap,
      );
      await untilThere(kafka.bootstrap, 'begun');
      await fill(kafka.bootstrap);
      await send(kafka.bootstrap, 'filled', ['{}']);
      const { exitCode, output, mebibytes } = await running;
      expect(output).toContain('1 scenario passed');
      expect(exitCode).toBe(0);
      expect(mebibytes).toBeLessThan(MOST_MEBIBYTES);
    },
  );

  it('rows of a CSV file pass through a scenario, each checked, in bounded memory', {
    timeout: 180_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowproof-rows-'));
    const file = createWriteStream(join(folder, 'rows.csv'));
    file.write('id,name\n');
    for (let id = 0; id < MILLION; id++) if (!file.write(`${id},name ${id}\n`)) await once(file, 'drain');
    await finished(file.end());
    const { exitCode, output, mebibytes } = await run(
      'scenario: rows\ntasks: { rows: { csv: { file: rows.csv }, checks: [.row.id != ""] } }\n',
      folder,
    );
    expect(output).toContain('1 scenario passed');
    expect(exitCode).toBe(0);
    expect(mebibytes).toBeLessThan(MOST_MEBIBYTES);
  });
});
