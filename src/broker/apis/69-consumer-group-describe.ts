import { NO_OPERATIONS, operationsOf } from '../authorized-operations.ts';
import { errorCodes } from '../error-codes.ts';
import type { ConsumerGroup } from '../groups/consumer-group.ts';
import type { ConsumerMember } from '../groups/consumer-member.ts';
import { topicPartitionsOf } from '../groups/topic-partitions.ts';
import type { Topics } from '../topics.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { bool, int8, int16, int32, string, uuid } from '../wire/primitives.ts';
import { list, struct } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * ConsumerGroupDescribe (key 69), versions 0–1 (KIP-848). v1: types of members.
 * Source: https://kafka.apache.org/protocol#The_Messages_ConsumerGroupDescribe
 */
export const consumerGroupDescribe = defineApi({
  key: 69,
  versions: [0, 1],
  flexibleFrom: 0,
  request: {
    groupIds: list(string),
    includeAuthorizedOperations: bool,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    groups: list({
      errorCode: int16,
      errorMessage: optional(nullable(string), null),
      groupId: string,
      groupState: string,
      groupEpoch: int32,
      assignmentEpoch: int32,
      assignorName: string,
      members: list({
        memberId: string,
        instanceId: optional(nullable(string), null),
        rackId: optional(nullable(string), null),
        memberEpoch: int32,
        clientId: string,
        clientHost: string,
        subscribedTopicNames: list(string),
        subscribedTopicRegex: optional(nullable(string), null),
        assignment: struct({
          topicPartitions: list({
            topicId: uuid,
            topicName: string,
            partitions: list(int32),
          }),
        }),
        targetAssignment: struct({
          topicPartitions: list({
            topicId: uuid,
            topicName: string,
            partitions: list(int32),
          }),
        }),
        memberType: since(1, int8, -1),
      }),
      authorizedOperations: optional(int32, -2147483648),
    }),
  },
  handle: ({ groupIds, includeAuthorizedOperations }, { broker }) => ({
    groups: groupIds.map((groupId) => {
      const group = broker.groups.consumer(groupId);
      if (!group)
        return missing(groupId, errorCodes.GROUP_ID_NOT_FOUND, `Group ${groupId} is not a consumer group.`);
      return {
        ...describe(group, broker.topics),
        authorizedOperations: includeAuthorizedOperations ? operationsOf('group') : NO_OPERATIONS,
      };
    }),
  }),
  refuse: ({ groupIds }, errorCode) => ({
    groups: groupIds.map((groupId) => missing(groupId, errorCode, null)),
  }),
});

const memberTypes = { classic: 0, consumer: 1 };

function describe(group: ConsumerGroup, topics: Topics) {
  return {
    errorCode: errorCodes.NONE,
    groupId: group.id,
    groupState: group.state,
    groupEpoch: group.targets.groupEpoch,
    assignmentEpoch: group.targets.epoch,
    assignorName: group.targets.assignorName,
    members: group.roster.all.map((member) => describeMember(member, group, topics)),
  };
}

function describeMember(member: ConsumerMember, group: ConsumerGroup, topics: Topics) {
  const named = (partitions: Iterable<string>) => ({
    topicPartitions: topicPartitionsOf(partitions).flatMap((each) => {
      const topicName = topics.withId(each.topicId)?.name;
      return topicName === undefined ? [] : [{ ...each, topicName }];
    }),
  });
  return {
    memberId: member.id,
    instanceId: member.instanceId,
    rackId: member.rackId,
    memberEpoch: member.epoch,
    clientId: member.clientId,
    clientHost: member.clientHost,
    subscribedTopicNames: member.topicNames.toSorted(),
    subscribedTopicRegex: member.topicPattern,
    assignment: named([...member.assigned.keys(), ...member.revoking.keys()]),
    targetAssignment: named(group.targets.of(member.id).partitions),
    memberType: member.classic ? memberTypes.classic : memberTypes.consumer,
  };
}

function missing(groupId: string, errorCode: number, errorMessage: string | null) {
  return {
    errorCode,
    errorMessage,
    groupId,
    groupState: '',
    groupEpoch: 0,
    assignmentEpoch: 0,
    assignorName: '',
    members: [],
  };
}
