import { applyChanges } from '../config/apply-changes.ts';
import { alterResource, answerResources } from '../config/resources.ts';
import { refuse } from '../error-codes.ts';
import { nullable, optional } from '../wire/field.ts';
import { bool, int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * IncrementalAlterConfigs (key 44), versions 0–1 (KIP-339). v1: flexible.
 * Source: https://kafka.apache.org/protocol#The_Messages_IncrementalAlterConfigs
 */
export const incrementalAlterConfigs = defineApi({
  key: 44,
  versions: [0, 1],
  flexibleFrom: 1,
  request: {
    resources: list({
      resourceType: int8,
      resourceName: string,
      configs: list({
        name: string,
        configOperation: int8,
        value: nullable(string),
      }),
    }),
    validateOnly: bool,
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    responses: list({
      errorCode: int16,
      errorMessage: nullable(string),
      resourceType: int8,
      resourceName: string,
    }),
  },
  handle: ({ resources, validateOnly }, { broker }) =>
    answerResources(resources, ({ resourceType, resourceName, configs }) => {
      const target = { resourceType, resourceName, isOnlyValidated: validateOnly };
      return alterResource(broker, target, (configuration) => applyChanges(configuration, configs));
    }),
  refuse: ({ resources }, errorCode) => answerResources(resources, () => refuse(errorCode, '')),
});
