import { alterResource, answerResources } from '../config/resources.ts';
import { refuse } from '../error-codes.ts';
import { nullable, optional } from '../wire/field.ts';
import { bool, int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * AlterConfigs (key 33), versions 0–2. v2: flexible. Settings that are not named go back to their defaults.
 * Source: https://kafka.apache.org/protocol#The_Messages_AlterConfigs
 */
export const alterConfigs = defineApi({
  key: 33,
  versions: [0, 2],
  flexibleFrom: 2,
  request: {
    resources: list({
      resourceType: int8,
      resourceName: string,
      configs: list({
        name: string,
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
      const values = new Map(configs.map(({ name, value }) => [name, value]));
      return alterResource(
        broker,
        { resourceType, resourceName, isOnlyValidated: validateOnly },
        () => values,
      );
    }),
  refuse: ({ resources }, errorCode) => answerResources(resources, () => refuse(errorCode, '')),
});
