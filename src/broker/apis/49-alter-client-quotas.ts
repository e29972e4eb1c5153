import { inOrderOfTypes } from '../client-quotas.ts';
import { errorCodes } from '../error-codes.ts';
import { nullable, optional } from '../wire/field.ts';
import { bool, float64, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * AlterClientQuotas (key 49), versions 0–1. v1: flexible. Quotas are kept and told; nobody is slowed down.
 * Source: https://kafka.apache.org/protocol#The_Messages_AlterClientQuotas
 */
export const alterClientQuotas = defineApi({
  key: 49,
  versions: [0, 1],
  flexibleFrom: 1,
  request: {
    entries: list({
      entity: list({
        entityType: string,
        entityName: nullable(string),
      }),
      ops: list({
        key: string,
        value: float64,
        remove: bool,
      }),
    }),
    validateOnly: bool,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    entries: list({
      errorCode: int16,
      errorMessage: nullable(string),
      entity: list({
        entityType: string,
        entityName: nullable(string),
      }),
    }),
  },
  handle: ({ entries, validateOnly }, { broker }) => ({
    entries: entries.map(({ entity, ops }) => {
      const refusal = broker.quotas.alter(entity, ops, validateOnly);
      return { errorCode: errorCodes.NONE, errorMessage: null, ...refusal, entity: inOrderOfTypes(entity) };
    }),
  }),
  refuse: ({ entries }, errorCode) => ({
    entries: entries.map(({ entity }) => ({ errorCode, errorMessage: null, entity })),
  }),
});
