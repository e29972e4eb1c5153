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
  const producer = new Kafka({ brokers: [bootstrap], logLevel: logLevel.ERROR }).producer();
  await producer.connect();
  for (let from = 0; from < MILLION; from += 5000) {
    const messages = Array.from({ length: 5000 }, (_, index) => ({
      value: JSON.stringify({ id: from + index, text: 'x'.repeat(64) }),
    }));
    await producer.send({ topic: 'busy', messages });
  }
  await producer.disconnect();
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
