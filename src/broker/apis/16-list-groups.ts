import { errorCodes } from '../error-codes.ts';
import { since } from '../wire/field.ts';
import { int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * ListGroups (key 16), versions 0–5. v3: flexible. v4: states (KIP-518). v5: types (KIP-848).
 * Source: https://kafka.apache.org/protocol#The_Messages_ListGroups
 */
export const listGroups = defineApi({
  key: 16,
  versions: [0, 5],
  flexibleFrom: 3,
  request: {
    statesFilter: since(4, list(string)),
    typesFilter: since(5, list(string)),
  },
  response: {
    throttleTimeMs: since(1, int32, 0),
    errorCode: int16,
    groups: list({
      groupId: string,
      protocolType: string,
      groupState: since(4, string),
      groupType: since(5, string),
    }),
  },
  handle: ({ statesFilter, typesFilter }, { broker }) => ({
    errorCode: errorCodes.NONE,
    groups: broker.groups
      .all()
      .filter(({ state }) => isWanted(statesFilter, state))
      .filter(({ kind }) => isWanted(typesFilter, kind))
      .map(({ id, protocolType, state, kind }) => ({
        groupId: id,
        protocolType,
        groupState: state,
        groupType: kind,
      })),
  }),
  refuse: (_request, errorCode) => ({ errorCode, groups: [] }),
});

/** No filter lets all through. */
function isWanted(filter: readonly string[], word: string): boolean {
  return filter.length === 0 || filter.some((wanted) => wanted.toLowerCase() === word.toLowerCase());
}
