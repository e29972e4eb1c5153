import type { apis } from '../../src/broker/apis/index.ts';
import { NO_ID } from '../../src/broker/wire/primitives.ts';
import { encodeBatch } from '../../src/broker/wire/record-batch.ts';

const value = Buffer.from('value');
const records = [encodeBatch({ baseTimestamp: 1n, records: [{ key: value, value }] })];
const topicId = NO_ID;
const member = { groupId: 'g', memberId: '', groupInstanceId: null, generationId: -1 };
const producer = { transactionalId: 'x', producerId: 0n, producerEpoch: 0 };
const committed = { partitionIndex: 0, committedOffset: 1n, committedMetadata: 'm' };
const resource = { resourceType: 2, resourceName: 't' };

/** A good request of every kind that is worth changing: what its table takes, for all versions. */
export const requestDrafts: { readonly [name in keyof typeof apis]?: object } = {
  produce: {
    transactionalId: null,
    acks: -1,
    timeoutMs: 1,
    topicData: [{ name: 't', topicId, partitionData: [{ index: 0, records }] }],
  },
  fetch: {
    maxWaitMs: 1,
    minBytes: 1,
    topics: [
      {
        topic: 't',
        topicId,
        partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1000 }],
      },
    ],
    forgottenTopicsData: [{ topic: 't', topicId, partitions: [1] }],
  },
  listOffsets: {
    replicaId: -1,
    isolationLevel: 0,
    topics: [{ name: 't', partitions: [{ partitionIndex: 0, timestamp: -1n }] }],
    timeoutMs: 1,
  },
  metadata: {
    topics: [{ topicId, name: 't' }],
    includeClusterAuthorizedOperations: true,
    includeTopicAuthorizedOperations: true,
  },
  offsetCommit: {
    ...member,
    generationIdOrMemberEpoch: -1,
    topics: [{ name: 't', topicId, partitions: [committed] }],
  },
  offsetFetch: {
    groupId: 'g',
    topics: [{ name: 't', partitionIndexes: [0] }],
    groups: [{ groupId: 'g', topics: [{ name: 't', topicId, partitionIndexes: [0] }] }],
  },
  findCoordinator: { key: 'g', keyType: 0, coordinatorKeys: ['g'] },
  joinGroup: {
    ...member,
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 10_000,
    protocolType: 'consumer',
    protocols: [{ name: 'range', metadata: value }],
  },
  heartbeat: member,
  leaveGroup: { ...member, members: [{ memberId: 'm', groupInstanceId: 'i' }] },
  syncGroup: { ...member, assignments: [{ memberId: 'm', assignment: value }] },
  describeGroups: { groups: ['g'], includeAuthorizedOperations: true },
  listGroups: { statesFilter: ['Stable'], typesFilter: [] },
  apiVersions: { clientSoftwareName: 'c', clientSoftwareVersion: '1' },
  createTopics: {
    topics: [
      {
        name: 'new',
        numPartitions: 1,
        replicationFactor: 1,
        assignments: [{ partitionIndex: 0, brokerIds: [0] }],
        configs: [{ name: 'retention.ms', value: '1' }],
      },
    ],
  },
  deleteTopics: { topics: [{ name: 't', topicId }], topicNames: ['t'], timeoutMs: 1 },
  deleteRecords: {
    topics: [{ name: 't', partitions: [{ partitionIndex: 0, offset: 0n }] }],
    timeoutMs: 1,
  },
  initProducerId: { transactionalId: 'x', transactionTimeoutMs: 1_000 },
  addPartitionsToTxn: {
    transactions: [{ ...producer, topics: [{ name: 't', partitions: [0] }] }],
    v3AndBelowTransactionalId: 'x',
    v3AndBelowProducerId: 0n,
    v3AndBelowProducerEpoch: 0,
    v3AndBelowTopics: [{ name: 't', partitions: [0] }],
  },
  addOffsetsToTxn: { ...producer, groupId: 'g' },
  endTxn: { ...producer, committed: true },
  txnOffsetCommit: {
    ...producer,
    groupId: 'g',
    topics: [{ name: 't', topicId, partitions: [committed] }],
  },
  describeConfigs: { resources: [{ ...resource, configurationKeys: null }] },
  alterConfigs: {
    resources: [{ ...resource, configs: [{ name: 'retention.ms', value: '1' }] }],
    validateOnly: false,
  },
  incrementalAlterConfigs: {
    resources: [{ ...resource, configs: [{ name: 'cleanup.policy', configOperation: 2, value: 'compact' }] }],
    validateOnly: false,
  },
  createPartitions: {
    topics: [{ name: 't', count: 3, assignments: null }],
    timeoutMs: 1,
    validateOnly: false,
  },
  deleteGroups: { groupsNames: ['g'] },
  offsetDelete: { groupId: 'g', topics: [{ name: 't', partitions: [{ partitionIndex: 0 }] }] },
  consumerGroupHeartbeat: {
    groupId: 'h',
    memberId: 'm',
    memberEpoch: 0,
    rebalanceTimeoutMs: 1_000,
    subscribedTopicNames: ['t'],
    subscribedTopicRegex: 't.*',
    topicPartitions: [],
  },
  consumerGroupDescribe: { groupIds: ['h'], includeAuthorizedOperations: true },
  describeTopicPartitions: { topics: [{ name: 't' }], cursor: { topicName: 't', partitionIndex: 0 } },
  alterReplicaLogDirs: { dirs: [{ path: 'memory', topics: [{ name: 't', partitions: [0] }] }] },
  describeLogDirs: { topics: [{ topic: 't', partitions: [0] }] },
  describeProducers: { topics: [{ name: 't', partitionIndexes: [0] }] },
  listTransactions: { stateFilters: [], producerIdFilters: [], transactionalIdPattern: 'x.*' },
};
