import { errorCodes } from '../error-codes.ts';
import { nullable, optional } from '../wire/field.ts';
import { int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * ListPartitionReassignments (key 46), version 0. There are none.
 * Source: https://kafka.apache.org/protocol#The_Messages_ListPartitionReassignments
 */
export const listPartitionReassignments = defineApi({
  key: 46,
  versions: [0, 0],
  flexibleFrom: 0,
  request: {
    timeoutMs: optional(int32, 60000),
    topics: optional(
      nullable(
        list({
          name: string,
          partitionIndexes: list(int32),
        }),
      ),
      null,
    ),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    topics: list({
      name: string,
      partitions: list({
        partitionIndex: int32,
        replicas: list(int32),
        addingReplicas: list(int32),
        removingReplicas: list(int32),
      }),
    }),
  },
  handle: () => ({ errorCode: errorCodes.NONE, errorMessage: null, topics: [] }),
  refuse: (_request, errorCode) => ({ errorCode, errorMessage: null, topics: [] }),
});
