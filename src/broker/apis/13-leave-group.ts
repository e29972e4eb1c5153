import { errorCodes } from '../error-codes.ts';
import { nullable, optional, since, until } from '../wire/field.ts';
import { int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * LeaveGroup (key 13), versions 0–5. v3: several members, static ones too. v4: flexible. v5: reason (KIP-800).
 * Source: https://kafka.apache.org/protocol#The_Messages_LeaveGroup
 */
export const leaveGroup = defineApi({
  key: 13,
  versions: [0, 5],
  flexibleFrom: 4,
  request: {
    groupId: string,
    memberId: until(2, string),
    members: since(
      3,
      list({
        memberId: string,
        groupInstanceId: optional(nullable(string), null),
        reason: since(5, nullable(string), null),
      }),
    ),
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: int16,
    members: since(
      3,
      list({
        memberId: string,
        groupInstanceId: nullable(string),
        errorCode: int16,
      }),
    ),
  },
  handle({ groupId, memberId, members }, { broker, version }) {
    const leaving = version < 3 ? [{ memberId, groupInstanceId: null }] : members;
    const errors = broker.groups.classicSide(groupId)?.leave(leaving);
    const results = leaving.map((member, index) => ({
      memberId: member.memberId,
      groupInstanceId: member.groupInstanceId,
      errorCode: errors?.[index] ?? errorCodes.UNKNOWN_MEMBER_ID,
    }));
    const [only] = results;
    return { errorCode: version < 3 && only ? only.errorCode : errorCodes.NONE, members: results };
  },
  refuse: (_request, errorCode) => ({ errorCode, members: [] }),
});
