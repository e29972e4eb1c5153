import { errorCodes } from '../error-codes.ts';
import { LEADER_EPOCH } from '../log/partition-log.ts';
import { nullable, since } from '../wire/field.ts';
import { int16, int32, int64, NO_ID, string, uint16, uuid } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

const replicas = list({
  replicaId: int32,
  replicaDirectoryId: since(2, uuid),
  logEndOffset: int64,
  lastFetchTimestamp: since(1, int64, -1n),
  lastCaughtUpTimestamp: since(1, int64, -1n),
});

/**
 * DescribeQuorum (key 55), versions 0–2. v1: times of the voters. v2: error messages, directories and nodes (KIP-853).
 * The broker is the only voter. Source: https://kafka.apache.org/protocol#The_Messages_DescribeQuorum
 */
export const describeQuorum = defineApi({
  key: 55,
  versions: [0, 2],
  flexibleFrom: 0,
  request: {
    topics: list({
      topicName: string,
      partitions: list({
        partitionIndex: int32,
      }),
    }),
  },
  response: {
    errorCode: int16,
    errorMessage: since(2, nullable(string)),
    topics: list({
      topicName: string,
      partitions: list({
        partitionIndex: int32,
        errorCode: int16,
        errorMessage: since(2, nullable(string)),
        leaderId: int32,
        leaderEpoch: int32,
        highWatermark: int64,
        currentVoters: replicas,
        observers: replicas,
      }),
    }),
    nodes: since(
      2,
      list({
        nodeId: int32,
        listeners: list({
          name: string,
          host: string,
          port: uint16,
        }),
      }),
    ),
  },
  handle({ topics }, { broker, brokerAddress }) {
    const { nodeId } = broker;
    const voter = { replicaId: nodeId, replicaDirectoryId: NO_ID, logEndOffset: 0n };
    const partition = {
      errorCode: errorCodes.NONE,
      errorMessage: null,
      leaderId: nodeId,
      leaderEpoch: LEADER_EPOCH,
      highWatermark: 0n,
      currentVoters: [voter],
      observers: [],
    };
    return {
      errorCode: errorCodes.NONE,
      errorMessage: null,
      topics: topics.map(({ topicName, partitions }) => ({
        topicName,
        partitions: partitions.map(({ partitionIndex }) =>
          topicName === '__cluster_metadata' ? { partitionIndex, ...partition } : unknown(partitionIndex),
        ),
      })),
      nodes: [{ nodeId, listeners: [{ name: 'CONTROLLER', ...brokerAddress }] }],
    };
  },
  refuse: (_request, errorCode) => ({ errorCode, errorMessage: null, topics: [], nodes: [] }),
});

function unknown(partitionIndex: number) {
  return {
    partitionIndex,
    errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION,
    errorMessage: null,
    leaderId: -1,
    leaderEpoch: -1,
    highWatermark: -1n,
    currentVoters: [],
    observers: [],
  };
}
