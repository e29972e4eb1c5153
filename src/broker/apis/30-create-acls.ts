import { NO_AUTHORIZER } from '../authorized-operations.ts';
import { errorCodes } from '../error-codes.ts';
import { nullable, optional } from '../wire/field.ts';
import { int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * CreateAcls (key 30), versions 1–3. v2: flexible. SECURITY_DISABLED: there is no authorizer, as in a Kafka without one.
 * Source: https://kafka.apache.org/protocol#The_Messages_CreateAcls
 */
export const createAcls = defineApi({
  key: 30,
  versions: [1, 3],
  flexibleFrom: 2,
  request: {
    creations: list({
      resourceType: int8,
      resourceName: string,
      resourcePatternType: optional(int8, 3),
      principal: string,
      host: string,
      operation: int8,
      permissionType: int8,
    }),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      errorCode: int16,
      errorMessage: nullable(string),
    }),
  },
  handle: ({ creations }) => ({
    results: creations.map(() => ({ errorCode: errorCodes.SECURITY_DISABLED, errorMessage: NO_AUTHORIZER })),
  }),
  refuse: ({ creations }, errorCode) => ({
    results: creations.map(() => ({ errorCode, errorMessage: null })),
  }),
});
