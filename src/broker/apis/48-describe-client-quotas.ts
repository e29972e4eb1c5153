import { errorCodes } from '../error-codes.ts';
import { nullable, optional } from '../wire/field.ts';
import { bool, float64, int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DescribeClientQuotas (key 48), versions 0–1. v1: flexible.
 * Source: https://kafka.apache.org/protocol#The_Messages_DescribeClientQuotas
 */
export const describeClientQuotas = defineApi({
  key: 48,
  versions: [0, 1],
  flexibleFrom: 1,
  request: {
    components: list({
      entityType: string,
      matchType: int8,
      match: nullable(string),
    }),
    strict: bool,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    entries: nullable(
      list({
        entity: list({
          entityType: string,
          entityName: nullable(string),
        }),
        values: list({
          key: string,
          value: float64,
        }),
      }),
    ),
  },
  handle({ components, strict }, { broker }) {
    const found = broker.quotas.find(components, strict);
    if ('errorCode' in found) return { ...found, entries: null };
    const entries = found.map(({ entity, limits }) => ({
      entity,
      values: [...limits].map(([key, value]) => ({ key, value })),
    }));
    return { errorCode: errorCodes.NONE, errorMessage: null, entries };
  },
  refuse: (_request, errorCode) => ({ errorCode, errorMessage: null, entries: null }),
});
