import { errorCodes } from '../error-codes.ts';
import { nullable, since } from '../wire/field.ts';
import { int16, int32, string } from '../wire/primitives.ts';
import { defineApi } from './define-api.ts';

/**
 * Heartbeat (key 12), versions 0–4. v1: throttle_time_ms. v3: group_instance_id (KIP-345). v4: flexible.
 * Unknown group: UNKNOWN_MEMBER_ID, as Kafka's GroupCoordinatorService answers.
 * Source: https://kafka.apache.org/protocol#The_Messages_Heartbeat
 */
export const heartbeat = defineApi({
  key: 12,
  versions: [0, 4],
  flexibleFrom: 4,
  request: {
    groupId: string,
    generationId: int32,
    memberId: string,
    groupInstanceId: since(3, nullable(string), null),
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: int16,
  },
  handle: ({ groupId, ...claim }, { broker }) => ({
    errorCode: broker.groups.classicSide(groupId)?.heartbeat(claim) ?? errorCodes.UNKNOWN_MEMBER_ID,
  }),
  refuse: (_request, errorCode) => ({ errorCode }),
});
