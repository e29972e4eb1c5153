import { errorCodes } from '../error-codes.ts';
import { LEADER_EPOCH } from '../log/partition-log.ts';

/** A partition as Metadata and DescribeTopicPartitions tell it: this broker leads, and has the only replica. */
export function describePartition(partitionIndex: number, nodeId: number) {
  return {
    errorCode: errorCodes.NONE,
    partitionIndex,
    leaderId: nodeId,
    leaderEpoch: LEADER_EPOCH,
    replicaNodes: [nodeId],
    isrNodes: [nodeId],
    offlineReplicas: [],
  };
}
