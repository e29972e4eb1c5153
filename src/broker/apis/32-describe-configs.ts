import { describeResource } from '../config/resources.ts';
import { nullable, optional, since } from '../wire/field.ts';
import { bool, int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * DescribeConfigs (key 32), versions 1–4. v1: synonyms and sources. v3: types and documentation (none here). v4: flexible.
 * No keys are all keys, whether the list is absent or empty.
 * Source: https://kafka.apache.org/protocol#The_Messages_DescribeConfigs
 */
export const describeConfigs = defineApi({
  key: 32,
  versions: [1, 4],
  flexibleFrom: 4,
  request: {
    resources: list({
      resourceType: int8,
      resourceName: string,
      configurationKeys: nullable(list(string)),
    }),
    includeSynonyms: optional(bool, false),
    includeDocumentation: since(3, bool, false),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    results: list({
      errorCode: int16,
      errorMessage: nullable(string),
      resourceType: int8,
      resourceName: string,
      configs: list({
        name: string,
        value: nullable(string),
        readOnly: bool,
        configSource: optional(int8, -1),
        isSensitive: bool,
        synonyms: list({
          name: string,
          value: nullable(string),
          source: int8,
        }),
        configType: since(3, int8, 0),
        documentation: since(3, nullable(string)),
      }),
    }),
  },
  handle: ({ resources, includeSynonyms }, { broker }) => ({
    results: resources.map(({ resourceType, resourceName, configurationKeys }) => {
      const found = describeResource(broker, resourceType, resourceName);
      const { errorCode, errorMessage, settings } = found;
      const wanted = configurationKeys?.length
        ? settings.filter(({ name }) => configurationKeys.includes(name))
        : settings;
      const configs = wanted.map((setting) => (includeSynonyms ? setting : { ...setting, synonyms: [] }));
      return { errorCode, errorMessage, resourceType, resourceName, configs };
    }),
  }),
  refuse: ({ resources }, errorCode) => ({
    results: resources.map(({ resourceType, resourceName }) => ({
      errorCode,
      errorMessage: null,
      resourceType,
      resourceName,
      configs: [],
    })),
  }),
});
