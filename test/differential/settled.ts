import { setTimeout as sleep } from 'node:timers/promises';
import { metadata } from '../../src/broker/apis/3-metadata.ts';
import { describeLogDirs } from '../../src/broker/apis/35-describe-log-dirs.ts';
import { consumerGroupHeartbeat } from '../../src/broker/apis/68-consumer-group-heartbeat.ts';
import { NO_ID } from '../../src/broker/wire/primitives.ts';
import type { World } from './world.ts';

/** Waits for what a broker does soon after it has answered. */
export async function until(what: string, isDone: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await isDone()); await sleep(5))
    if (Date.now() > deadline) throw new Error(`waited 60 s for ${what}`);
}

/** How many partitions a topic is to have. */
interface Extent {
  readonly name: string;
  readonly partitions: number;
}

/**
 * Waits until all parts of a broker know of topics: in Kafka the cache that metadata come from, the folders with the logs,
 * and the coordinator of groups each learn of them in their own time.
 */
export async function awaitTopics(world: World, topics: readonly Extent[]): Promise<void> {
  const total = topics.reduce((sum, { partitions }) => sum + partitions, 0);
  for (const count of [countInMetadata, countInFolders, countInGroups])
    await until(`the topics of ${count.name}`, async () => (await count(world, topics)) >= total);
}

async function countInMetadata(world: World, topics: readonly Extent[]): Promise<number> {
  const known = await world.ask(metadata, 12, {
    topics: topics.map(({ name }) => ({ name, topicId: NO_ID })),
    allowAutoTopicCreation: false,
    includeClusterAuthorizedOperations: false,
    includeTopicAuthorizedOperations: false,
  });
  for (const { name, topicId } of known.topics) world.learn(`topic ${name}`, topicId);
  return known.topics.flatMap(({ partitions }) => partitions).length;
}

async function countInFolders(world: World, topics: readonly Extent[]): Promise<number> {
  const { results } = await world.ask(describeLogDirs, 4, {
    topics: topics.map(({ name, partitions }) => ({
      topic: name,
      partitions: [...Array(partitions).keys()],
    })),
  });
  return results.flatMap((result) => result.topics.flatMap(({ partitions }) => partitions)).length;
}

/** A group of its own is given what its coordinator knows of. */
async function countInGroups(world: World, topics: readonly Extent[]): Promise<number> {
  const names = topics.map(({ name }) => name);
  const assignment = await probeGroups(world, names[0] ?? '', names);
  return (assignment?.topicPartitions ?? []).flatMap(({ partitions }) => partitions).length;
}

/** Waits until the coordinator of groups has stored what it has answered: it stores in order. */
export async function awaitGroups(world: World, prefix: string): Promise<void> {
  await probeGroups(world, prefix, []);
}

async function probeGroups(world: World, prefix: string, subscribedTopicNames: readonly string[]) {
  const member = { groupId: `${prefix}-probe`, memberId: 'probe' };
  const { assignment } = await world.ask(consumerGroupHeartbeat, 1, {
    ...member,
    memberEpoch: 0,
    rebalanceTimeoutMs: 60_000,
    subscribedTopicNames,
    topicPartitions: [],
  });
  await world.ask(consumerGroupHeartbeat, 1, { ...member, memberEpoch: -1 });
  return assignment;
}
