import { NO_OPERATIONS, operationsOf } from '../authorized-operations.ts';
import { errorCodes } from '../error-codes.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { bool, int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DescribeCluster (key 60), versions 0–2. v1: endpoint types; controllers have none to connect to here. v2: fenced brokers.
 * Source: https://kafka.apache.org/protocol#The_Messages_DescribeCluster
 */
export const describeCluster = defineApi({
  key: 60,
  versions: [0, 2],
  flexibleFrom: 0,
  request: {
    includeClusterAuthorizedOperations: bool,
    endpointType: since(1, int8, 1),
    includeFencedBrokers: since(2, bool),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: optional(nullable(string), null),
    endpointType: since(1, int8, 1),
    clusterId: string,
    controllerId: optional(int32, -1),
    brokers: list({
      brokerId: int32,
      host: string,
      port: int32,
      rack: optional(nullable(string), null),
      isFenced: since(2, bool),
    }),
    clusterAuthorizedOperations: optional(int32, -2147483648),
  },
  handle({ includeClusterAuthorizedOperations, endpointType }, { broker, brokerAddress }) {
    if (endpointType !== BROKERS) return refused(errorCodes.MISMATCHED_ENDPOINT_TYPE, endpointType);
    return {
      errorCode: errorCodes.NONE,
      endpointType,
      clusterId: broker.clusterId,
      controllerId: broker.nodeId,
      brokers: [{ brokerId: broker.nodeId, ...brokerAddress, isFenced: false }],
      clusterAuthorizedOperations: includeClusterAuthorizedOperations
        ? operationsOf('cluster')
        : NO_OPERATIONS,
    };
  },
  refuse: ({ endpointType }, errorCode) => refused(errorCode, endpointType),
});

const BROKERS = 1;

function refused(errorCode: number, endpointType: number) {
  return { errorCode, endpointType, clusterId: '', brokers: [] };
}
