import { randomUUID } from 'node:crypto';
import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import { assignors } from '../groups/assignors.ts';
import type { HeartbeatResult } from '../groups/consumer-group.ts';
import { LEAVES, LEAVES_FOR_NOW } from '../groups/consumer-member.ts';
import { keysOf, topicPartitionsOf } from '../groups/topic-partitions.ts';
import { compileTopicPattern } from '../groups/topic-pattern.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { int16, int32, string, uuid } from '../wire/primitives.ts';
import { list, struct } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * ConsumerGroupHeartbeat (key 68), versions 0–1: the only message of members of the new protocol (KIP-848). v1: topics by a
 * pattern, and ids that members give themselves. Patterns are JavaScript's, which agree with RE2 on what people write.
 * Source: https://kafka.apache.org/protocol#The_Messages_ConsumerGroupHeartbeat
 */
export const consumerGroupHeartbeat = defineApi({
  key: 68,
  versions: [0, 1],
  flexibleFrom: 0,
  request: {
    groupId: string,
    memberId: string,
    memberEpoch: int32,
    instanceId: optional(nullable(string), null),
    rackId: optional(nullable(string), null),
    rebalanceTimeoutMs: optional(int32, -1),
    subscribedTopicNames: optional(nullable(list(string)), null),
    subscribedTopicRegex: since(1, nullable(string), null),
    serverAssignor: optional(nullable(string), null),
    topicPartitions: optional(
      nullable(
        list({
          topicId: uuid,
          partitions: list(int32),
        }),
      ),
      null,
    ),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: optional(nullable(string), null),
    memberId: optional(nullable(string), null),
    memberEpoch: int32,
    heartbeatIntervalMs: int32,
    assignment: optional(
      nullable(
        struct({
          topicPartitions: list({
            topicId: uuid,
            partitions: list(int32),
          }),
        }),
      ),
      null,
    ),
  },
  handle(request, context) {
    const problem = problemOf(request, context.version);
    if (problem) return refused(problem);
    const { broker } = context;
    const { groupId, memberEpoch, topicPartitions } = request;
    const group =
      memberEpoch === 0 ? broker.groups.findOrCreateConsumer(groupId) : broker.groups.consumer(groupId);
    if (!group)
      return refused(refuse(errorCodes.GROUP_ID_NOT_FOUND, `Group ${groupId} is not a consumer group.`));
    if ('errorCode' in group) return refused(group);
    const claim = { memberId: request.memberId || randomUUID(), groupInstanceId: request.instanceId };
    if (memberEpoch < 0) {
      const refusal = group.leave(claim, memberEpoch === LEAVES_FOR_NOW);
      if (refusal) return refused(refusal);
      return { errorCode: errorCodes.NONE, memberId: request.memberId, memberEpoch, heartbeatIntervalMs: 0 };
    }
    const result = group.heartbeat({
      ...claim,
      memberEpoch,
      clientId: context.clientId,
      clientHost: context.clientHost,
      rackId: request.rackId,
      rebalanceTimeoutMs: request.rebalanceTimeoutMs,
      topicNames: request.subscribedTopicNames,
      topicPattern: request.subscribedTopicRegex,
      assignor: request.serverAssignor,
      owned: topicPartitions && keysOf(topicPartitions),
    });
    const intervalMs = broker.groupConfigurations.of(groupId).number('consumer.heartbeat.interval.ms');
    return 'errorCode' in result ? refused(result) : answer(result, intervalMs);
  },
  refuse: (_request, errorCode) => refused(refuse(errorCode, '')),
});

interface Request {
  readonly groupId: string;
  readonly memberId: string;
  readonly memberEpoch: number;
  readonly instanceId: string | null;
  readonly rebalanceTimeoutMs: number;
  readonly subscribedTopicNames: readonly string[] | null;
  readonly subscribedTopicRegex: string | null;
  readonly serverAssignor: string | null;
  readonly topicPartitions: readonly unknown[] | null;
}

/** What Kafka's throwIfConsumerGroupHeartbeatRequestIsInvalid finds. */
function problemOf(request: Request, version: number): Refusal | undefined {
  const { memberEpoch, serverAssignor, subscribedTopicRegex } = request;
  const wrong = requestProblem(request, version);
  if (wrong) return refuse(errorCodes.INVALID_REQUEST, wrong);
  if (serverAssignor !== null && !(serverAssignor in assignors))
    return refuse(
      errorCodes.UNSUPPORTED_ASSIGNOR,
      `ServerAssignor ${serverAssignor} is not supported. Supported assignors: ${Object.keys(assignors).join(', ')}.`,
    );
  if (memberEpoch < 0 || !subscribedTopicRegex || compileTopicPattern(subscribedTopicRegex)) return undefined;
  return refuse(
    errorCodes.INVALID_REGULAR_EXPRESSION,
    `SubscribedTopicRegex \`${subscribedTopicRegex}\` is not a valid regular expression.`,
  );
}

function requestProblem(request: Request, version: number): string | undefined {
  const { groupId, memberId, memberEpoch, instanceId } = request;
  if (groupId === '') return "GroupId can't be empty.";
  if (instanceId === '') return "InstanceId can't be empty.";
  if (memberEpoch < LEAVES_FOR_NOW)
    return `MemberEpoch is ${memberEpoch}, but must be greater than or equal to -2.`;
  if (memberId === '' && (version > 0 || memberEpoch !== 0)) return "MemberId can't be empty.";
  if (memberEpoch === LEAVES_FOR_NOW && instanceId === null) return "InstanceId can't be null.";
  return memberEpoch === 0 ? firstRequestProblem(request) : undefined;
}

function firstRequestProblem(request: Request): string | undefined {
  if (request.rebalanceTimeoutMs === -1) return 'RebalanceTimeoutMs must be provided in first request.';
  if (request.topicPartitions === null || request.topicPartitions.length > 0)
    return 'TopicPartitions must be empty when (re-)joining.';
  const isSubscribed = request.subscribedTopicNames !== null || request.subscribedTopicRegex !== null;
  return isSubscribed
    ? undefined
    : 'Either SubscribedTopicNames or SubscribedTopicRegex must be non-null when (re-)joining.';
}

function answer({ member, isToldPartitions }: HeartbeatResult, heartbeatIntervalMs: number) {
  return {
    errorCode: errorCodes.NONE,
    memberId: member.id,
    memberEpoch: member.epoch,
    heartbeatIntervalMs,
    assignment: isToldPartitions ? { topicPartitions: topicPartitionsOf(member.assigned.keys()) } : null,
  };
}

function refused({ errorCode, errorMessage }: Refusal) {
  return { errorCode, errorMessage: errorMessage || null, memberEpoch: LEAVES + 1, heartbeatIntervalMs: 0 };
}
