import { NO_AUTHORIZER } from '../authorized-operations.ts';
import { errorCodes } from '../error-codes.ts';
import { nullable, optional } from '../wire/field.ts';
import { int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DeleteAcls (key 31), versions 1–3. v2: flexible. SECURITY_DISABLED: there is no authorizer, as in a Kafka without one.
 * Source: https://kafka.apache.org/protocol#The_Messages_DeleteAcls
 */
export const deleteAcls = defineApi({
  key: 31,
  versions: [1, 3],
  flexibleFrom: 2,
  request: {
    filters: list({
      resourceTypeFilter: int8,
      resourceNameFilter: nullable(string),
      patternTypeFilter: optional(int8, 3),
      principalFilter: nullable(string),
      hostFilter: nullable(string),
      operation: int8,
      permissionType: int8,
    }),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    filterResults: list({
      errorCode: int16,
      errorMessage: nullable(string),
      matchingAcls: list({
        errorCode: int16,
        errorMessage: nullable(string),
        resourceType: int8,
        resourceName: string,
        patternType: optional(int8, 3),
        principal: string,
        host: string,
        operation: int8,
        permissionType: int8,
      }),
    }),
  },
  handle: ({ filters }) => ({
    filterResults: filters.map(() => ({
      errorCode: errorCodes.SECURITY_DISABLED,
      errorMessage: NO_AUTHORIZER,
      matchingAcls: [],
    })),
  }),
  refuse: ({ filters }, errorCode) => ({
    filterResults: filters.map(() => ({ errorCode, errorMessage: null, matchingAcls: [] })),
  }),
});
