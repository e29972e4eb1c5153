import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mavenLibs } from '../../test/support/maven-libs.ts';
import { runProgram } from '../../test/support/run-program.ts';

const RECORD_BYTES = 100;
const timeoutMs = 300_000;

/** Records per second, by what was done. */
export type Throughput = Readonly<Record<string, number>>;

/** kcat writes and reads lines; the time of starting the program is in it. */
export async function measureKcat(bootstrap: string, count: number): Promise<Throughput> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-bench-'));
  const lines = join(folder, 'lines');
  writeFileSync(lines, `${'x'.repeat(RECORD_BYTES)}\n`.repeat(count));
  const kcat = (...args: string[]): Promise<number> =>
    perSecond(count, () => runProgram('kcat', ['-b', bootstrap, '-q', ...args], { timeoutMs }));
  const produced = await kcat('-P', '-t', 'kcat', '-l', lines);
  const consumed = await kcat('-C', '-t', 'kcat', '-o', 'beginning', '-e', '-f', '');
  rmSync(folder, { recursive: true });
  return { 'kcat produces': produced, 'kcat consumes': consumed };
}

/** The performance tools of Apache Kafka, with the numbers that they print themselves. */
export async function measureJavaTools(bootstrap: string, count: number): Promise<Throughput> {
  const libs = join(await mavenLibs(join(import.meta.dirname, 'pom.xml')), '*');
  const run = async (tool: string, ...args: string[]): Promise<string> => {
    const command = ['-cp', libs, `org.apache.kafka.tools.${tool}`, '--bootstrap-server', bootstrap];
    return (await runProgram('java', [...command, ...args], { timeoutMs })).stdout;
  };
  const records = ['--topic', 'tools', '--num-records', String(count)];
  const produced = await run(
    'ProducerPerformance',
    ...records,
    '--record-size',
    String(RECORD_BYTES),
    '--throughput',
    '-1',
  );
  const consumed = await run('ConsumerPerformance', ...records, '--hide-header');
  return {
    'Java tools produce': Number(/records sent, ([\d.]+) records\/sec[^\n]*99th/.exec(produced)?.[1]),
    // The last column: the rate while it fetched, without the time to join the group.
    'Java tools consume': Number(consumed.trim().split(/,\s*/).at(-1)),
  };
}

async function perSecond(count: number, act: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await act();
  return (count / (performance.now() - startedAtMs)) * 1000;
}
