import { isDeepStrictEqual } from 'node:util';
import { findCoordinator } from '../../src/broker/apis/10-find-coordinator.ts';
import { createTopics } from '../../src/broker/apis/19-create-topics.ts';
import { deleteTopics } from '../../src/broker/apis/20-delete-topics.ts';
import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import { createPlan, type Plan, type Step } from './plan.ts';
import { createRandom } from './random.ts';
import { awaitTopics } from './settled.ts';
import { themes } from './steps/index.ts';
import { World } from './world.ts';

/** An embedded broker that is set up as the Apache Kafka of the tests. */
export function startEmbedded(): Promise<EmbeddedKafka> {
  return EmbeddedKafka.start({ config: { 'offsets.topic.num.partitions': '1' } });
}

/** The first step whose answers differ. */
export interface Difference {
  readonly seed: number;
  /** What was done, the differing step last. */
  readonly steps: readonly string[];
  /** What the first and the second broker answered. */
  readonly answers: readonly [unknown, unknown];
}

/** Sequences know nothing of each other, and one waits most of its time. */
const AT_ONCE = 6;

/** Plays `count` sequences, several at once; `tell` is called after each, with its difference if there was one. */
export async function compareMany(
  { from, count, run }: { readonly from: number; readonly count: number; readonly run: string },
  bootstraps: readonly [string, string],
  tell: (difference: Difference | undefined) => void,
): Promise<void> {
  let seed = from;
  const playOn = async (): Promise<void> => {
    while (seed < from + count) tell(await compareBrokers(seed++, bootstraps, run));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, playOn));
}

/**
 * Plays the sequence of a seed on two brokers. `run` keeps the names of this run apart from others on the same brokers.
 * `undefined`: all answers were equal.
 */
async function compareBrokers(
  seed: number,
  bootstraps: readonly [string, string],
  run: string,
): Promise<Difference | undefined> {
  const random = createRandom(seed);
  const plan = createPlan(`d${run}-${seed}`);
  await using first = new World(bootstraps[0]);
  await using second = new World(bootstraps[1]);
  await Promise.all([prepare(first, plan), prepare(second, plan)]);
  await using _ = { [Symbol.asyncDispose]: () => discard([first, second], plan) };
  const said: string[] = [];
  const makers = random.pick(themes);
  for (let count = 10 + random.int(20); count > 0; count--) {
    const step = random.pick(makers)(random, plan);
    if (!step) continue;
    said.push(step.says);
    const answers = await Promise.all([play(step, first), play(step, second)]);
    if (!isDeepStrictEqual(answers[0], answers[1])) return { seed, steps: said, answers };
  }
  return undefined;
}

async function play(step: Step, world: World): Promise<unknown> {
  return world.comparable(await step.play(world));
}

async function prepare(world: World, plan: Plan): Promise<void> {
  // Kafka makes the topics of its coordinators when somebody looks for one.
  for (const keyType of [0, 1]) {
    await world.ask(findCoordinator, 3, { key: plan.prefix, keyType, coordinatorKeys: [] });
  }
  await createPlannedTopics(world, plan);
}

async function createPlannedTopics(world: World, { topics }: Plan): Promise<void> {
  // The records of sequences have times of their own, years before those of markers: nothing is old, no segment full for it.
  const keep = [
    { name: 'retention.ms', value: '-1' },
    { name: 'segment.ms', value: `${2n ** 63n - 1n}` },
  ];
  const answer = await world.ask(createTopics, 5, {
    topics: topics.map((name) => ({
      name,
      numPartitions: 2,
      replicationFactor: 1,
      assignments: [],
      configs: name.endsWith('small') ? [...keep, { name: 'max.message.bytes', value: '300' }] : keep,
    })),
  });
  const failed = answer.topics.find(({ errorCode }) => errorCode !== 0);
  if (failed) throw new Error(`${failed.name} was not created: ${failed.errorMessage}`);
  await awaitTopics(
    world,
    topics.map((name) => ({ name, partitions: 2 })),
  );
}

/** Thousands of sequences on one Kafka would leave it more topics than it can manage. */
async function discard(worlds: readonly World[], { topics }: Plan): Promise<void> {
  const request = { topics: [], topicNames: topics, timeoutMs: 5000 };
  await Promise.all(worlds.map((world) => world.ask(deleteTopics, 5, request)));
}

/** A difference as text for people: what was done, and the places in the answers that are not equal. */
export function renderDifference({ seed, steps, answers }: Difference): string {
  return [
    `seed ${seed}:`,
    ...steps.map((step) => `  ${step}`),
    ...differingPlaces('answer', ...answers),
  ].join('\n');
}

function differingPlaces(place: string, first: unknown, second: unknown): string[] {
  if (isDeepStrictEqual(first, second)) return [];
  if (!isContainer(first) || !isContainer(second)) {
    return [
      `${place}: ${JSON.stringify(first)} on the first broker, ${JSON.stringify(second)} on the second`,
    ];
  }
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...keys].flatMap((key) => differingPlaces(`${place}.${key}`, first[key], second[key]));
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
