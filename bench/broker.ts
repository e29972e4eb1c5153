/**
 * `npm run bench:broker`: the embedded broker beside Apache Kafka on the same machine. Records per second of kcat and of
 * Apache Kafka's performance tools, the time from producing to fetching, and how soon the broker is ready.
 * One argument: the number of records (default 500000).
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { EmbeddedKafka } from '../src/broker/embedded-kafka.ts';
import { nearestRank } from '../src/model/latency.ts';
import { ApacheKafka } from '../test/support/apache-kafka.ts';
import { measureLatencies } from './broker/latency.ts';
import { measureJavaTools, measureKcat } from './broker/throughput.ts';

const count = Number(process.argv[2] ?? 500_000);
const LATENCIES = 5000;

/** A row by what was measured, as text with its unit. */
type Rows = Readonly<Record<string, number>>;

await timeStart();
const embedded = await measureEmbedded();
const apache = await measureApache();
console.log(`\n${''.padEnd(24)}${'embedded'.padStart(12)}${'Apache Kafka'.padStart(14)}`);
for (const [name, value] of Object.entries(embedded)) {
  const other = apache[name] ?? Number.NaN;
  console.log(`${name.padEnd(24)}${show(value).padStart(12)}${show(other).padStart(14)}`);
}

async function timeStart(): Promise<void> {
  const timesMs: number[] = [];
  for (let run = 0; run < 11; run++) {
    const startedAtMs = performance.now();
    await using _broker = await EmbeddedKafka.start();
    timesMs.push(performance.now() - startedAtMs);
  }
  const sorted = timesMs.slice(1).toSorted((a, b) => a - b);
  console.log(
    `in-process start: first ${show(timesMs[0] ?? 0)} ms, then ${show(nearestRank(sorted, 0.5))} ms (median of 10)`,
  );
}

/** In a process of its own, as Apache Kafka is. */
async function measureEmbedded(): Promise<Rows> {
  const cli = join(import.meta.dirname, '../dist/cli.js');
  const child = spawn(process.execPath, [cli, 'broker', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const bootstrap = await new Promise<string>((ready, fail) => {
      child.on('error', fail);
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const address = /ready at (\S+)/.exec(text)?.[1];
        if (address) ready(address);
      });
    });
    return await measure(bootstrap);
  } finally {
    child.kill('SIGINT');
  }
}

async function measureApache(): Promise<Rows> {
  await using kafka = await ApacheKafka.start();
  return await measure(kafka.bootstrap);
}

async function measure(bootstrap: string): Promise<Rows> {
  const latencies = (await measureLatencies(bootstrap, LATENCIES)).toSorted((a, b) => a - b);
  return {
    'latency p50, ms': nearestRank(latencies, 0.5),
    'latency p99, ms': nearestRank(latencies, 0.99),
    ...(await measureKcat(bootstrap, count)),
    ...(await measureJavaTools(bootstrap, count)),
  };
}

/** Rates without fractions, times with two digits of them. */
function show(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}
