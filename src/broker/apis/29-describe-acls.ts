import { NO_AUTHORIZER } from '../authorized-operations.ts';
import { errorCodes } from '../error-codes.ts';
import { nullable, optional } from '../wire/field.ts';
import { int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DescribeAcls (key 29), versions 1–3. v2: flexible. SECURITY_DISABLED: there is no authorizer, as in a Kafka without one.
 * Source: https://kafka.apache.org/protocol#The_Messages_DescribeAcls
 */
export const describeAcls = defineApi({
  key: 29,
  versions: [1, 3],
  flexibleFrom: 2,
  request: {
    resourceTypeFilter: int8,
    resourceNameFilter: nullable(string),
    patternTypeFilter: optional(int8, 3),
    principalFilter: nullable(string),
    hostFilter: nullable(string),
    operation: int8,
    permissionType: int8,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    resources: list({
      resourceType: int8,
      resourceName: string,
      patternType: optional(int8, 3),
      acls: list({
        principal: string,
        host: string,
        operation: int8,
        permissionType: int8,
      }),
    }),
  },
  handle: () => ({ errorCode: errorCodes.SECURITY_DISABLED, errorMessage: NO_AUTHORIZER, resources: [] }),
  refuse: (_request, errorCode) => ({ errorCode, errorMessage: null, resources: [] }),
});
