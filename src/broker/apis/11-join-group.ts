import type { Configuration } from '../config/configuration.ts';
import { errorCodes } from '../error-codes.ts';
import { type JoinResult, refuseJoin } from '../groups/classic-member.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { bool, bytes, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * JoinGroup (key 11), versions 0–9. v1: rebalance timeout. v4: newcomers get an id first (KIP-394). v5: static members.
 * v6: flexible. v7: protocol type in the answer. v8: reason. v9: skip_assignment (KIP-814).
 * Source: https://kafka.apache.org/protocol#The_Messages_JoinGroup
 */
export const joinGroup = defineApi({
  key: 11,
  versions: [0, 9],
  flexibleFrom: 6,
  request: {
    groupId: string,
    sessionTimeoutMs: int32,
    rebalanceTimeoutMs: since(1, int32, -1),
    memberId: string,
    groupInstanceId: since(5, nullable(string), null),
    protocolType: string,
    protocols: list({
      name: string,
      metadata: bytes,
    }),
    reason: since(8, nullable(string), null),
  },
  response: {
    throttleTimeMs: since(2, int32, 0),
    errorCode: int16,
    generationId: optional(int32, -1),
    protocolType: since(7, nullable(string), null),
    protocolName: nullable(string),
    leader: string,
    skipAssignment: since(9, bool, false),
    memberId: string,
    members: list({
      memberId: string,
      groupInstanceId: since(5, nullable(string), null),
      metadata: bytes,
    }),
  },
  async handle(request, context) {
    const { broker, version, clientId, clientHost } = context;
    const problem = joinProblem(request, broker.configuration);
    if (problem !== undefined) return asWritten(refuseJoin(problem, request.memberId), version);
    const { groupId, rebalanceTimeoutMs, sessionTimeoutMs } = request;
    const group = broker.groups.classicSideToJoin(groupId, request.memberId === '');
    if (!group) return asWritten(refuseJoin(errorCodes.UNKNOWN_MEMBER_ID, request.memberId), version);
    const result = await group.join({
      ...request,
      clientId,
      clientHost,
      rebalanceTimeoutMs: rebalanceTimeoutMs < 0 ? sessionTimeoutMs : rebalanceTimeoutMs,
      requiresKnownMemberId: version >= 4,
      knowsSkipAssignment: version >= 9,
    });
    return asWritten(result, version);
  },
  refuse: ({ memberId }, errorCode, { version }) => asWritten(refuseJoin(errorCode, memberId), version),
});

function joinProblem(
  { groupId, sessionTimeoutMs }: { readonly groupId: string; readonly sessionTimeoutMs: number },
  configuration: Configuration,
): number | undefined {
  if (groupId === '') return errorCodes.INVALID_GROUP_ID;
  const isAllowed =
    sessionTimeoutMs >= configuration.number('group.min.session.timeout.ms') &&
    sessionTimeoutMs <= configuration.number('group.max.session.timeout.ms');
  return isAllowed ? undefined : errorCodes.INVALID_SESSION_TIMEOUT;
}

/** Before version 7 the name of no protocol is the empty string. */
function asWritten(result: JoinResult, version: number): JoinResult {
  return version < 7 && result.protocolName === null ? { ...result, protocolName: '' } : result;
}
