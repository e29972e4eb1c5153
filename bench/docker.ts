/**
 * `node bench/docker.ts`: what flowproof takes beyond Docker's own time. Medians of several pairs: a run of one small scenario on
 * Kafka in Docker, and the same container started and removed by hand. One argument: the number of pairs.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { nearestRank } from '../src/model/latency.ts';
import { setupFor } from '../src/stack/kafka/docker-image.ts';

const CLI = resolve(import.meta.dirname, '../dist/cli.js');
const IMAGE = 'apache/kafka:4.3.1';
const DEFAULT_PAIRS = 5;

const pairs = Number(process.argv[2] ?? DEFAULT_PAIRS);
const folder = mkdtempSync(join(tmpdir(), 'flowproof-bench-'));
writeFileSync(
  join(folder, 'flowproof.yaml'),
  `kafka: { provider: docker, image: "${IMAGE}" }\nscenarios: s.yaml\n`,
);
writeFileSync(
  join(folder, 's.yaml'),
  'scenario: one record\ntasks: { one: { produce: { topic: t, value: 1 } } }\n',
);

const byHand: number[] = [];
const byTool: number[] = [];
for (let pair = 0; pair < pairs; pair++) {
  byHand.push(await timed(startByHand));
  byTool.push(await timed(() => run(process.execPath, [CLI, 'run'])));
}
const beyond = byTool.map((ms, pair) => ms - (byHand[pair] ?? 0));
console.log(`by hand: ${median(byHand)} ms, by flowproof: ${median(byTool)} ms (medians of ${pairs})`);
console.log(`beyond Docker's own time: ${median(beyond)} ms`);

async function timed(action: () => Promise<void>): Promise<number> {
  const startedAtMs = performance.now();
  await action();
  return performance.now() - startedAtMs;
}

async function startByHand(): Promise<void> {
  const name = `flowproof-bench-${process.pid}`;
  const { env } = setupFor(IMAGE, {
    host: { port: 9092, advertised: 'localhost:9092' },
    network: { port: 19_092, advertised: `${name}:19092` },
  });
  const variables = Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]);
  await run('docker', ['network', 'create', name]);
  await run('docker', [
    'run',
    '--detach',
    '--name',
    name,
    '--network',
    name,
    '--publish',
    '9092',
    ...variables,
    IMAGE,
  ]);
  await untilLogged(name, 'Kafka Server started');
  await run('docker', ['rm', '--force', '--volumes', name]);
  await run('docker', ['network', 'rm', name]);
}

/** Runs a program that must end with 0. */
async function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}

function untilLogged(name: string, line: string): Promise<void> {
  const child = spawn('docker', ['logs', '--follow', name], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((done, fail) => {
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (!log.includes(line)) return;
      child.kill();
      done();
    });
    child.on('error', fail).on('close', () => fail(new Error(`the container ended:\n${log.slice(-2000)}`)));
  });
}

function median(values: readonly number[]): number {
  return Math.round(
    nearestRank(
      values.toSorted((a, b) => a - b),
      0.5,
    ),
  );
}
