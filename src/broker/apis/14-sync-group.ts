import { errorCodes } from '../error-codes.ts';
import { refuseSync } from '../groups/classic-member.ts';
import { nullable, since } from '../wire/field.ts';
import { bytes, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * SyncGroup (key 14), versions 0–5. v1: throttle_time_ms. v3: static members. v4: flexible. v5: protocol type and name.
 * Source: https://kafka.apache.org/protocol#The_Messages_SyncGroup
 */
export const syncGroup = defineApi({
  key: 14,
  versions: [0, 5],
  flexibleFrom: 4,
  request: {
    groupId: string,
    generationId: int32,
    memberId: string,
    groupInstanceId: since(3, nullable(string), null),
    protocolType: since(5, nullable(string), null),
    protocolName: since(5, nullable(string), null),
    assignments: list({
      memberId: string,
      assignment: bytes,
    }),
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: int16,
    protocolType: since(5, nullable(string), null),
    protocolName: since(5, nullable(string), null),
    assignment: bytes,
  },
  handle(request, { broker }) {
    const group = broker.groups.classicSide(request.groupId);
    if (!group) return refuseSync(errorCodes.UNKNOWN_MEMBER_ID);
    const assignments = new Map(
      request.assignments.map(({ memberId, assignment }) => [memberId, assignment]),
    );
    return group.sync({ ...request, assignments });
  },
  refuse: (_request, errorCode) => refuseSync(errorCode),
});
