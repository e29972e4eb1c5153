/**
 * `npm run soak:deadline`: services that answer just before and just after a limit of 500 ms. What is right is told by
 * the service's own clock, the wall clock that all processes of a machine share: its answer was in the topic at some
 * moment between the sending and the acknowledgement, counted from the acknowledgement of the trigger as the limit is.
 * Ends with 1 when a verdict was wrong, or a latency far from what the service says without a word on a starved machine.
 * Arguments: `quiet` (490 and 510 ms, one at a time) or `busy` (70 % and 130 %, every core busy); runs of each (default
 * 100 and 200).
 */
import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import type { TaskResult } from '../../src/model/run-result.ts';
import { keepBusy } from '../support/busy.ts';
import { type Played, playRows } from '../support/grid/play-grid.ts';
import type { Reacted } from '../support/grid/reaction.ts';
import { at, type Row } from '../support/grid/row.ts';

const LIMIT_MS = 500;
/** The wall clock tells whole milliseconds. */
const RESOLUTION_MS = 1;
const MODES = {
  quiet: { delaysMs: [490, 510], runs: 100, withinMs: 3 },
  busy: { delaysMs: [350, 650], runs: 200, withinMs: 15 },
} as const;

const mode = process.argv[2] === 'busy' ? 'busy' : 'quiet';
const { delaysMs, withinMs } = MODES[mode];
const runs = Number(process.argv[3] ?? MODES[mode].runs);

using _load = mode === 'busy' ? keepBusy() : undefined;
await using broker = await EmbeddedKafka.start();
let wrong = 0;
for (const delayMs of delaysMs) wrong += await play(delayMs);
process.exitCode = wrong > 0 ? 1 : 0;

/** Plays the same answer again and again; how many of the reports are wrong. */
async function play(delayMs: number): Promise<number> {
  const rows = Array.from({ length: runs }, (_, index) => rowOf(delayMs, index));
  const played = await playRows(rows, { bootstrap: broker.bootstrap, concurrency: 1 });
  const reports = rows.map(({ name }) => judge(name, played));
  const count = (kind: string): number => reports.filter((report) => report.kind === kind).length;
  const [right, starved] = [count('right'), count('starved')];
  const passed = played.result.scenarios.filter(({ status }) => status === 'passed').length;
  console.log(
    `answers after ${delayMs} ms: ${passed} of ${runs} passed; ${right} right, ${starved} that say the machine was starved`,
  );
  for (const { kind, text } of reports) if (kind === 'wrong') console.log(`  ${text}`);
  return runs - right - starved;
}

function rowOf(delayMs: number, index: number): Row {
  return {
    name: `${delayMs} ms, run ${index}`,
    steps: ({ out }) => [at(delayMs, { topic: out })],
    tasks: ({ out }) => ({
      answer: { consume: { topic: out, fail: { after: LIMIT_MS, since: 'trigger' } } },
    }),
    verdicts: {},
  };
}

interface Report {
  readonly kind: 'right' | 'starved' | 'wrong';
  readonly text: string;
}

function judge(name: string, { result, service }: Played): Report {
  const scenario = result.scenarios.find((one) => one.name === name);
  const task = scenario?.tasks.find(({ id }) => id === 'answer');
  const reacted = service.get(name);
  const latencyMs = task?.latencyMs?.max ?? task?.consume?.late?.latencyMs;
  const triggerAtMs = Date.parse(result.startedAt) + (scenario?.timeline?.triggerAtMs ?? Number.NaN);
  if (!task || !reacted || latencyMs === undefined)
    return { kind: 'wrong', text: `${name}: ${task?.status}, latency ${latencyMs}, no word of the service` };
  const took = tookOf(reacted, triggerAtMs);
  const text = `${name}: ${task.status}, latency ${latencyMs} ms, the service says ${took.least.toFixed(1)} to ${took.most.toFixed(1)} ms`;
  const isFar = latencyMs < took.least - withinMs || latencyMs > took.most + withinMs;
  if (isFar && task.consume?.loopLagMs !== undefined) return { kind: 'starved', text };
  return { kind: isFar || !isRight(task, latencyMs, took) ? 'wrong' : 'right', text };
}

/** How long the answer took by the service's clock, in milliseconds since the trigger was acknowledged. */
interface Took {
  readonly least: number;
  readonly most: number;
}

function tookOf({ sentAtMs, wroteAtMs }: Reacted, triggerAtMs: number): Took {
  return { least: sentAtMs - triggerAtMs - RESOLUTION_MS, most: wroteAtMs - triggerAtMs + RESOLUTION_MS };
}

/** Passed when the answer was in time, failed when it was not; what lies closer to the limit than we measure is neither. */
function isRight({ status }: TaskResult, latencyMs: number, { least, most }: Took): boolean {
  if (status === 'passed') return latencyMs <= LIMIT_MS && least <= LIMIT_MS + withinMs;
  return status === 'failed' && latencyMs > LIMIT_MS && most >= LIMIT_MS - withinMs;
}
