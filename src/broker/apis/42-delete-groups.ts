import { errorCodes } from '../error-codes.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DeleteGroups (key 42), versions 0–3. v2: flexible. v3: error messages.
 * Source: https://kafka.apache.org/protocol#The_Messages_DeleteGroups
 */
export const deleteGroups = defineApi({
  key: 42,
  versions: [0, 3],
  flexibleFrom: 2,
  request: {
    groupsNames: list(string),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      groupId: string,
      errorCode: int16,
      errorMessage: since(3, nullable(string), null),
    }),
  },
  handle: ({ groupsNames }, { broker: { groups } }) => ({
    results: groupsNames.map((groupId) => {
      const group = groups.get(groupId);
      if (!group) return { groupId, errorCode: errorCodes.GROUP_ID_NOT_FOUND };
      if (!group.isVacant) return { groupId, errorCode: errorCodes.NON_EMPTY_GROUP };
      groups.delete(group);
      return { groupId, errorCode: errorCodes.NONE };
    }),
  }),
  refuse: ({ groupsNames }, errorCode) => ({
    results: groupsNames.map((groupId) => ({ groupId, errorCode })),
  }),
});
