/**
 * `npm run bench`, first part: how long the first contact takes. Medians of several runs of the built command line: the retail
 * scenario on embedded Kafka with the share of each phase, and `flowproof validate`. One argument: the number of runs.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { nearestRank } from '../src/model/latency.ts';
import type { RunEvent } from '../src/model/run-event.ts';

const ROOT = resolve(import.meta.dirname, '..');
const CLI = join(ROOT, 'dist/cli.js');
const CONFIG = ['--config', 'scenarios/retail/flowproof.yaml'];
const DEFAULT_RUNS = 7;

/** The phases of a run, in their order, in milliseconds. */
const PHASES = ['load', 'kafka', 'services', 'scenario', 'stop', 'exit'] as const;
type Phases = Readonly<Record<(typeof PHASES)[number], number>>;

const runs = Number(process.argv[2] ?? DEFAULT_RUNS);
await timeValidate();
await timeRetail();

async function timeValidate(): Promise<void> {
  const walls: number[] = [];
  for (let run = 0; run <= runs; run++) walls.push(await timeCli(['validate', ...CONFIG]));
  console.log(`flowproof validate: ${median(walls.slice(1))} ms (median of ${runs}, after one to warm up)`);
}

async function timeRetail(): Promise<void> {
  const all: Phases[] = [];
  for (let run = 0; run <= runs; run++) all.push(await timePhases());
  const counted = all.slice(1);
  const walls = counted.map((phases) => sum(phases));
  const beyond = counted.map((phases) => sum(phases) - phases.services);
  console.log(`\nretail scenario: ${median(walls)} ms (median of ${runs}, after one to warm up)`);
  console.log(`beyond the services' own start: ${median(beyond)} ms\n`);
  for (const phase of PHASES) {
    const values = counted.map((phases) => phases[phase]);
    const share = Math.round((100 * median(values)) / median(walls));
    console.log(
      `  ${phase.padEnd(9)}${String(median(values)).padStart(6)} ms ${String(share).padStart(4)} %`,
    );
  }
}

/** One run, cut into phases by its events; `load` begins with the process and `exit` ends with it. */
async function timePhases(): Promise<Phases> {
  const output = mkdtempSync(join(tmpdir(), 'flowproof-bench-'));
  const launchedAtMs = Date.now();
  const wallMs = await timeCli(['run', ...CONFIG, '--output', output]);
  const events = readFileSync(join(output, 'events.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent);
  rmSync(output, { recursive: true });
  const at = (type: RunEvent['type']): number => events.findLast((event) => event.type === type)?.atMs ?? 0;
  const duration = at('run-finished');
  const started = events.find((event) => event.type === 'run-started');
  const load = started ? Date.parse(started.startedAt) - launchedAtMs : 0;
  const first = events.find((event) => event.type === 'service-started')?.atMs ?? 0;
  return {
    load,
    kafka: first,
    services: at('service-ready') - first,
    scenario: at('scenario-finished') - at('service-ready'),
    stop: duration - at('scenario-finished'),
    exit: wallMs - load - duration,
  };
}

/** Wall time of one run of the command line, which must end with 0. */
async function timeCli(args: readonly string[]): Promise<number> {
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exitCode = await new Promise((done, fail) => child.on('error', fail).on('close', done));
  if (exitCode !== 0) throw new Error(`flowproof ${args.join(' ')} ended with ${exitCode}`);
  return performance.now() - startedAtMs;
}

function sum(phases: Phases): number {
  return PHASES.reduce((total, phase) => total + phases[phase], 0);
}

function median(values: readonly number[]): number {
  return Math.round(
    nearestRank(
      values.toSorted((a, b) => a - b),
      0.5,
    ),
  );
}
