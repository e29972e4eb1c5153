import { RunError } from '../base/errors.ts';
import type { Cluster } from './cluster.ts';
import type { NewTopic } from './port.ts';
import { createTopics as createTopicsCall, deleteTopics as deleteTopicsCall } from './protocol-call.ts';
import { errorName, protocolError } from './protocol-error.ts';

const BROKER_DEFAULT = -1;
/** For a broker to create or delete topics. */
const CHANGE_TIMEOUT_MS = 30_000;

/** Names of all topics but Kafka's own. @throws RunError KAFKA_* */
export async function listTopics(cluster: Cluster, signal: AbortSignal): Promise<readonly string[]> {
  const { topics } = await cluster.persist(() => cluster.metadata('all'), signal);
  return [...topics.values()].filter(({ isInternal }) => !isInternal).map(({ name }) => name);
}

/**
 * Creates what is missing and waits until it can be written to; topics that exist are left as they are, and need no
 * right to create any.
 * @throws RunError KAFKA_*
 */
export async function createTopics(
  cluster: Cluster,
  topics: readonly NewTopic[],
  signal: AbortSignal,
): Promise<void> {
  const names = [...new Set(topics.map(({ name }) => name))];
  if (names.length === 0) return;
  await cluster.persist(async () => {
    const { topics: found } = await cluster.metadata(names);
    const missing = topics.filter(({ name }) => !found.has(name));
    if (missing.length > 0) await askToCreate(cluster, missing);
  }, signal);
  await cluster.persist(async () => {
    const { topics: found } = await cluster.metadata(names);
    for (const name of names) {
      const leaders = found.get(name)?.leaders ?? [];
      if (leaders.length === 0 || leaders.includes(undefined)) {
        throw new RunError('KAFKA_TIMEOUT', `topic "${name}" was created but has no leader yet`);
      }
    }
  }, signal);
}

/** Deletes topics and waits until they are gone; those that do not exist are none to delete. @throws RunError KAFKA_* */
export async function deleteTopics(
  cluster: Cluster,
  names: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  if (names.length === 0) return;
  await cluster.persist(async () => {
    const asked = names.map((name) => ({ name }));
    const { response } = await cluster.callAny(deleteTopicsCall, () => [asked, CHANGE_TIMEOUT_MS]);
    for (const { name, errorCode, errorMessage } of response.responses) {
      if (errorCode === 0 || errorName(errorCode) === 'UNKNOWN_TOPIC_OR_PARTITION') continue;
      throw protocolError(`topic "${name}" cannot be deleted`, errorCode, errorMessage);
    }
  }, signal);
  await cluster.persist(async () => {
    const { topics: found } = await cluster.metadata('all');
    const left = names.find((name) => found.has(name));
    if (left !== undefined)
      throw new RunError('KAFKA_TIMEOUT', `topic "${left}" was deleted but is still there`);
  }, signal);
}

async function askToCreate(cluster: Cluster, topics: readonly NewTopic[]): Promise<void> {
  const asked = topics.map(({ name, partitions, config }) => ({
    name,
    numPartitions: partitions ?? BROKER_DEFAULT,
    replicationFactor: BROKER_DEFAULT,
    assignments: [],
    configs: Object.entries(config ?? {}).map(([key, value]) => ({ name: key, value })),
  }));
  const { response } = await cluster.callAny(createTopicsCall, () => [asked, CHANGE_TIMEOUT_MS, false]);
  for (const { name, errorCode, errorMessage } of response.topics) {
    if (errorCode === 0 || errorName(errorCode) === 'TOPIC_ALREADY_EXISTS') continue;
    throw protocolError(`topic "${name}" cannot be created`, errorCode, errorMessage);
  }
}
