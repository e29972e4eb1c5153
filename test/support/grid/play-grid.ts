import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../../src/base/clock.ts';
import { readRange } from '../../../src/engine/diagnosis/look-up.ts';
import { connectKafka } from '../../../src/kafka/connect.ts';
import type { RunResult, ScenarioResult } from '../../../src/model/run-result.ts';
import { runProject, serviceOf } from '../project.ts';
import { stepWallClock } from '../step-clock.ts';
import { clockRows, steppingRows } from './clock-rows.ts';
import { compactedRows } from './compacted-rows.ts';
import { countRows } from './count-rows.ts';
import { dataRows } from './data-rows.ts';
import { disturbedRows } from './disturbed-rows.ts';
import type { Reacted, Reaction } from './reaction.ts';
import { Reactor } from './reactor.ts';
import type { Row, Topics } from './row.ts';
import { timingRows } from './timing-rows.ts';

/** Every behaviour with its right verdict. */
export const rows: readonly Row[] = [
  ...timingRows,
  ...dataRows,
  ...countRows,
  ...compactedRows,
  ...clockRows,
  ...disturbedRows,
  ...steppingRows,
];

/** A verdict that came out other than it should have. */
export interface WrongVerdict {
  readonly row: string;
  readonly expected: string;
  readonly actual: string;
}

/** Scenarios beside each other: most of them only wait. */
const BESIDE = 16;

/** Long enough for the slowest row. */
const NOISE_MS = 5000;

/** Plays all rows, many beside each other, and gives those that came out wrong. */
export async function playGrid(bootstrap: string): Promise<readonly WrongVerdict[]> {
  const [steady, stepping] = [rows.filter((row) => !steppingRows.includes(row)), steppingRows];
  const first = await playRows(steady, { bootstrap, concurrency: BESIDE });
  using _clock = stepWallClock();
  const second = await playRows(stepping, { bootstrap, concurrency: BESIDE });
  return [
    ...steady.flatMap((row) => compare(row, first.result)),
    ...stepping.flatMap((row) => compare(row, second.result)),
  ];
}

/** How rows came out, and what the service says of them: by name of the row, when it wrote. */
export interface Played {
  readonly result: RunResult;
  readonly service: ReadonlyMap<string, Reacted>;
}

/** Plays rows in one run, against a service in a process of its own. */
export async function playRows(
  played: readonly Row[],
  { bootstrap, concurrency }: { readonly bootstrap: string; readonly concurrency: number },
): Promise<Played> {
  const round = randomUUID().slice(0, 8);
  const plans = played.map((row, index) => ({ row, topics: topicsOf(round, index) }));
  await using reactor = new Reactor(bootstrap);
  await createTopics(bootstrap, plans);
  await reactor.write(plans.flatMap(({ row, topics }) => row.before?.(topics) ?? []));
  await compact(
    plans.filter(({ row }) => row.compacts),
    { bootstrap, reactor },
  );
  await reactor.react(plans.map(({ row, topics }) => reactionOf(row, topics)));
  const result = await runProject(
    { config: { services: servicesOf(plans) }, scenario: {}, files: { 'scenario.yaml': scenariosOf(plans) } },
    { kafka: 'external', bootstrap: [bootstrap], concurrency },
  );
  await reactor.settled(plans.flatMap(({ row, topics }) => (row.steps ? [topics.in] : [])));
  const reacted = plans.flatMap(({ row, topics }) => {
    const one = reactor.reacted.get(topics.in);
    return one ? [[row.name, one] as const] : [];
  });
  return { result, service: new Map(reacted) };
}

interface Plan {
  readonly row: Row;
  readonly topics: Topics;
}

function topicsOf(round: string, index: number): Topics {
  const name = (role: string): string => `grid-${round}-${index}-${role}`;
  return {
    in: name('in'),
    out: name('out'),
    other: name('other'),
    later: name('later'),
    group: name('group'),
  };
}

function reactionOf({ steps, noise }: Row, topics: Topics): Reaction {
  return {
    input: topics.in,
    steps: steps?.(topics) ?? [],
    ...(noise === undefined ? {} : { noise: { topic: topics.out, perSecond: noise, forMs: NOISE_MS } }),
  };
}

async function createTopics(bootstrap: string, plans: readonly Plan[]): Promise<void> {
  await using kafka = connectKafka({ bootstrap, clock: systemClock });
  const topics = plans.flatMap(({ row: { partitions = 1, config = {} }, topics: { out, other } }) => [
    { name: out, partitions, config },
    { name: other, partitions: 1 },
  ]);
  await kafka.createTopics(topics, new AbortController().signal);
}

const LONGEST_COMPACTION_MS = 90_000;
const LOOK_EVERY_MS = 200;

/** Writes what closes a segment, and waits until records of the closed one are gone. */
async function compact(
  plans: readonly Plan[],
  { bootstrap, reactor }: { readonly bootstrap: string; readonly reactor: Reactor },
): Promise<void> {
  await setTimeout(LOOK_EVERY_MS);
  await reactor.write(plans.flatMap(({ row, topics }) => row.compacts?.(topics) ?? []));
  await using kafka = connectKafka({ bootstrap, clock: systemClock });
  const signal = AbortSignal.timeout(LONGEST_COMPACTION_MS);
  for (const { topics } of plans) {
    const to = (await kafka.offsets([topics.out], 'end', signal)).get(topics.out) ?? [];
    const written = to.reduce((sum, end) => sum + Number(end), 0);
    const range = { topic: topics.out, from: [], to };
    while ((await readRange(kafka, range, signal)).length === written)
      await setTimeout(LOOK_EVERY_MS, undefined, { signal });
  }
}

function servicesOf(plans: readonly Plan[]): Record<string, unknown> {
  const services = plans.flatMap(({ row, topics }) =>
    Object.entries(row.services?.(topics) ?? {}).map(([name, { program, env }]) => [
      name,
      serviceOf(program, { env, ready: { group: topics.group } }),
    ]),
  );
  return Object.fromEntries(services);
}

/** One document a row. */
function scenariosOf(plans: readonly Plan[]): string {
  return plans.map(({ row, topics }) => JSON.stringify(scenarioOf(row, topics))).join('\n---\n');
}

function scenarioOf(row: Row, topics: Topics): Record<string, unknown> {
  return {
    scenario: row.name,
    suite: 'grid',
    stamp: false,
    parallel: true, // the topics and services of a row are its own
    tasks: {
      trigger: { produce: { topic: topics.in, value: { id: 1 } } },
      ...row.tasks(topics),
    },
  };
}

function compare(row: Row, result: RunResult): WrongVerdict[] {
  const scenario = result.scenarios.find(({ name }) => name === row.name);
  return Object.entries(row.verdicts).flatMap(([id, [status, message = '']]) => {
    const actual = describe(scenario, id);
    const isRight = actual.startsWith(status) && actual.includes(message);
    return isRight ? [] : [{ row: `${row.name}: ${id}`, expected: `${status} ${message}`.trim(), actual }];
  });
}

function describe(scenario: ScenarioResult | undefined, id: string): string {
  const task = scenario?.tasks.find((one) => one.id === id);
  const checks = task?.checks
    .filter((check) => check.status === 'failed')
    .map((check) => `${check.name} ${check.message}`);
  return [task?.status, task?.message, ...(checks ?? [])].filter((part) => part !== undefined).join(' ');
}
