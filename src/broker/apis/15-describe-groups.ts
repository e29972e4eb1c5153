import { NO_OPERATIONS, operationsOf } from '../authorized-operations.ts';
import { errorCodes } from '../error-codes.ts';
import type { ClassicGroup } from '../groups/classic-group.ts';
import { nullable, since } from '../wire/field.ts';
import { bool, bytes, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DescribeGroups (key 15), versions 0–6. v3: operations. v4: static members. v5: flexible. v6: a group that does not exist is
 * an error (KIP-1043); before, it is "Dead". Source: https://kafka.apache.org/protocol#The_Messages_DescribeGroups
 */
export const describeGroups = defineApi({
  key: 15,
  versions: [0, 6],
  flexibleFrom: 5,
  request: {
    groups: list(string),
    includeAuthorizedOperations: since(3, bool),
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    groups: list({
      errorCode: int16,
      errorMessage: since(6, nullable(string), null),
      groupId: string,
      groupState: string,
      protocolType: string,
      protocolData: string,
      members: list({
        memberId: string,
        groupInstanceId: since(4, nullable(string), null),
        clientId: string,
        clientHost: string,
        memberMetadata: bytes,
        memberAssignment: bytes,
      }),
      authorizedOperations: since(3, int32, -2147483648),
    }),
  },
  handle: ({ groups, includeAuthorizedOperations }, { broker, version }) => ({
    groups: groups.map((groupId) => {
      const group = broker.groups.classic(groupId);
      if (!group && version >= 6) return missing(groupId, errorCodes.GROUP_ID_NOT_FOUND);
      return {
        ...(group ? describe(group) : missing(groupId, errorCodes.NONE)),
        authorizedOperations: includeAuthorizedOperations ? operationsOf('group') : NO_OPERATIONS,
      };
    }),
  }),
  refuse: ({ groups }, errorCode) => ({ groups: groups.map((groupId) => missing(groupId, errorCode)) }),
});

function describe(group: ClassicGroup) {
  const isStable = group.state === 'Stable';
  const protocolData = (isStable && group.protocolName) || '';
  return {
    errorCode: errorCodes.NONE,
    groupId: group.id,
    groupState: group.state,
    protocolType: group.protocolType,
    protocolData,
    members: group.members.map((member) => ({
      memberId: member.id,
      groupInstanceId: member.groupInstanceId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      memberMetadata: member.metadataFor(protocolData),
      memberAssignment: member.assignment,
    })),
  };
}

function missing(groupId: string, errorCode: number) {
  const isAbsent = errorCode === errorCodes.GROUP_ID_NOT_FOUND;
  return {
    errorCode,
    errorMessage: isAbsent ? `Group ${groupId} not found.` : null,
    groupId,
    groupState: 'Dead',
    protocolType: '',
    protocolData: '',
    members: [],
  };
}
