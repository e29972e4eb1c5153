import { NO_OPERATIONS, operationsOf } from '../authorized-operations.ts';
import type { Broker } from '../broker.ts';
import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import { isInternalTopic, type Topic, topicNameProblem } from '../topics.ts';
import { between, nullable, since } from '../wire/field.ts';
import { bool, int16, int32, NO_ID, string, uuid } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';
import { describePartition } from './describe-partition.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Metadata (key 3), versions 0–13. v1: no topics is not all topics. v4: automatic creation may be declined. v8–10: operations.
 * v9: flexible. v10: topic ids (KIP-516), v12: asked by them. v13: one error for all (KIP-1102).
 * A topic that is created by this request is there at once; Kafka says UNKNOWN_TOPIC_OR_PARTITION first.
 * Source: https://kafka.apache.org/protocol#The_Messages_Metadata
 */
export const metadata = defineApi({
  key: 3,
  versions: [0, 13],
  flexibleFrom: 9,
  request: {
    topics: nullable(
      list({
        topicId: since(10, uuid),
        name: nullable(string),
      }),
    ),
    allowAutoTopicCreation: since(4, bool, true),
    includeClusterAuthorizedOperations: between(8, 10, bool),
    includeTopicAuthorizedOperations: since(8, bool),
  },
  response: {
    throttleTimeMs: since(3, int32, 0),
    brokers: list({
      nodeId: int32,
      host: string,
      port: int32,
      rack: since(1, nullable(string), null),
    }),
    clusterId: since(2, nullable(string), null),
    controllerId: since(1, int32, -1),
    topics: list({
      errorCode: int16,
      name: nullable(string),
      topicId: since(10, uuid),
      isInternal: since(1, bool, false),
      partitions: list({
        errorCode: int16,
        partitionIndex: int32,
        leaderId: int32,
        leaderEpoch: since(7, int32, -1),
        replicaNodes: list(int32),
        isrNodes: list(int32),
        offlineReplicas: since(5, list(int32)),
      }),
      topicAuthorizedOperations: since(8, int32, -2147483648),
    }),
    clusterAuthorizedOperations: between(8, 10, int32, -2147483648),
    errorCode: since(13, int16),
  },
  handle(request, context) {
    const { broker, version } = context;
    const { topics, includeTopicAuthorizedOperations: withOperations } = request;
    const isForAll = topics === null || (version === 0 && topics.length === 0);
    const found = isForAll
      ? broker.topics.all().map((topic) => describe(topic, broker.nodeId, withOperations))
      : topics.map((topic) => findTopic(topic, request, context));
    const clusterAuthorizedOperations = request.includeClusterAuthorizedOperations
      ? operationsOf('cluster')
      : NO_OPERATIONS;
    return { ...clusterOf(context), topics: found, clusterAuthorizedOperations, errorCode: errorCodes.NONE };
  },
  refuse: ({ topics }, errorCode, context) => ({
    ...clusterOf(context),
    topics: (topics ?? []).map(({ name, topicId }) => missing(name ?? '', topicId, errorCode)),
    errorCode,
  }),
});

function clusterOf({ broker, brokerAddress }: RequestContext) {
  const { nodeId, clusterId } = broker;
  return { brokers: [{ nodeId, ...brokerAddress }], clusterId, controllerId: nodeId };
}

function findTopic(
  { name, topicId }: { readonly name: string | null; readonly topicId: string },
  { allowAutoTopicCreation, includeTopicAuthorizedOperations }: Wishes,
  { broker }: RequestContext,
) {
  const found = lookUp(broker, name, topicId, allowAutoTopicCreation);
  return 'errorCode' in found
    ? missing(
        name,
        topicId,
        found.errorCode,
        operationsFor(name !== null && includeTopicAuthorizedOperations),
      )
    : describe(found, broker.nodeId, includeTopicAuthorizedOperations);
}

interface Wishes {
  readonly allowAutoTopicCreation: boolean;
  readonly includeTopicAuthorizedOperations: boolean;
}

function lookUp(broker: Broker, name: string | null, topicId: string, mayCreate: boolean): Topic | Refusal {
  if (name === null || topicId !== NO_ID)
    return broker.topics.withId(topicId) ?? refuse(errorCodes.UNKNOWN_TOPIC_ID, '');
  if (mayCreate) return broker.topics.findOrCreate(name);
  const isValid = topicNameProblem(name) === undefined;
  const errorCode = isValid ? errorCodes.UNKNOWN_TOPIC_OR_PARTITION : errorCodes.INVALID_TOPIC_EXCEPTION;
  return broker.topics.named(name) ?? refuse(errorCode, '');
}

function missing(
  name: string | null,
  topicId: string,
  errorCode: number,
  topicAuthorizedOperations = NO_OPERATIONS,
) {
  return { errorCode, name, topicId, isInternal: false, partitions: [], topicAuthorizedOperations };
}

function operationsFor(areWanted: boolean): number {
  return areWanted ? operationsOf('topic') : NO_OPERATIONS;
}

function describe({ name, id, partitions }: Topic, nodeId: number, withOperations: boolean) {
  return {
    errorCode: errorCodes.NONE,
    name,
    topicId: id,
    isInternal: isInternalTopic(name),
    partitions: partitions.map((_, partitionIndex) => describePartition(partitionIndex, nodeId)),
    topicAuthorizedOperations: operationsFor(withOperations),
  };
}
