import * as library from '@platformatic/kafka';
import type { Cluster } from './cluster.ts';
import { coordinatorOf } from './coordinator.ts';
import type { ConsumerGroup } from './port.ts';
import {
  consumerGroupDescribe,
  describeGroups as describeGroupsCall,
  listGroups,
  offsetFetch,
} from './protocol-call.ts';
import { errorName, protocolError } from './protocol-error.ts';

type Members = ConsumerGroup['members'];

/** Consumer groups with their members and committed offsets, of the classic protocol and of KIP-848's. @throws RunError KAFKA_* */
export async function describeGroups(
  cluster: Cluster,
  groups: readonly string[] | 'all',
  signal: AbortSignal,
): Promise<readonly ConsumerGroup[]> {
  return cluster.persist(async () => {
    const { brokers } = await cluster.metadata([]);
    const ids = groups === 'all' ? await listAll(cluster, [...brokers.keys()]) : groups;
    return Promise.all(ids.map((id) => describeOne(cluster, id)));
  }, signal);
}

/** Every broker knows the groups that it coordinates. */
async function listAll(cluster: Cluster, nodeIds: readonly number[]): Promise<readonly string[]> {
  const answers = await Promise.all(
    nodeIds.map((nodeId) => cluster.call(nodeId, listGroups, () => [[], []])),
  );
  return answers.flatMap(({ response }) => {
    if (response.errorCode !== 0) throw protocolError('the list of consumer groups', response.errorCode);
    // Kafka Connect and share groups are listed too.
    return response.groups
      .filter(({ protocolType }) => protocolType === 'consumer' || protocolType === '')
      .map(({ groupId }) => groupId);
  });
}

async function describeOne(cluster: Cluster, id: string): Promise<ConsumerGroup> {
  const nodeId = await coordinatorOf(cluster, { kind: 'consumer group', id });
  const classic = await describeClassic(cluster, nodeId, id);
  const described = classic.state === 'Dead' ? await describeModern(cluster, nodeId, id) : classic;
  return { id, ...(described ?? classic), committed: await committedOffsets(cluster, nodeId, id) };
}

async function describeClassic(
  cluster: Cluster,
  nodeId: number,
  id: string,
): Promise<{ readonly state: string; readonly members: Members }> {
  const { response } = await cluster.call(nodeId, describeGroupsCall, () => [[id], false]);
  const [group] = response.groups;
  if (!group || isMissing(group.errorCode)) return { state: 'Dead', members: [] };
  if (group.errorCode !== 0) throw protocolError(`consumer group "${id}"`, group.errorCode);
  return {
    state: group.groupState,
    members: group.members.map(({ clientId, clientHost, memberAssignment }) => ({
      clientId,
      host: clientHost,
      assignments: readAssignment(memberAssignment),
    })),
  };
}

/** Members write their assignment themselves, so it may be anything. */
function readAssignment(bytes: Buffer): Members[number]['assignments'] {
  try {
    return library.decodeConsumerProtocolAssignment(bytes).assignedPartitions;
  } catch (cause) {
    if (cause instanceof RangeError) return [];
    throw cause;
  }
}

/** undefined when there is no such group, or the broker is too old to have any. */
async function describeModern(
  cluster: Cluster,
  nodeId: number,
  id: string,
): Promise<{ readonly state: string; readonly members: Members } | undefined> {
  if (!(await cluster.offers(nodeId, consumerGroupDescribe))) return undefined;
  const { response } = await cluster.call(nodeId, consumerGroupDescribe, () => [[id], false]);
  const [group] = response.groups;
  if (!group || isMissing(group.errorCode)) return undefined;
  if (group.errorCode !== 0)
    throw protocolError(`consumer group "${id}"`, group.errorCode, group.errorMessage);
  return {
    state: group.groupState,
    members: group.members.map(({ clientId, clientHost, assignment }) => ({
      clientId,
      host: clientHost,
      assignments: assignment.topicPartitions.map(({ topicName, partitions }) => ({
        topic: topicName,
        partitions,
      })),
    })),
  };
}

function isMissing(errorCode: number): boolean {
  return errorName(errorCode) === 'GROUP_ID_NOT_FOUND' || errorName(errorCode) === 'INVALID_GROUP_ID';
}

async function committedOffsets(
  cluster: Cluster,
  nodeId: number,
  id: string,
): Promise<ConsumerGroup['committed']> {
  const asked = [{ groupId: id, memberId: null, memberEpoch: -1, topics: null }];
  const { response } = await cluster.call(nodeId, offsetFetch, () => [asked, false]);
  // Before version 8 the answer is about one group and has its topics at the top.
  const legacy = response as typeof response & Partial<(typeof response.groups)[number]>;
  const group = response.groups[0] ?? { topics: legacy.topics ?? [], errorCode: legacy.errorCode ?? 0 };
  if (isMissing(group.errorCode)) return [];
  if (group.errorCode !== 0) throw protocolError(`offsets of consumer group "${id}"`, group.errorCode);
  return group.topics.flatMap(({ name, partitions }) =>
    partitions.map(({ partitionIndex, committedOffset }) => ({
      topic: name,
      partition: partitionIndex,
      offset: committedOffset,
    })),
  );
}
