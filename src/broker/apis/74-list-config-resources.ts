import { resourceTypes } from '../config/resources.ts';
import { errorCodes } from '../error-codes.ts';
import { optional, since } from '../wire/field.ts';
import { int8, int16, int32, string } from '../wire/primitives.ts';
import { list } from '../wire/structures.ts';
import { defineApi } from './define-api.ts';

/**
 * ListConfigResources (key 74), versions 0–1. v0: client metrics, of which there are none. v1: any type (KIP-1142).
 * Source: https://kafka.apache.org/protocol#The_Messages_ListConfigResources
 */
export const listConfigResources = defineApi({
  key: 74,
  versions: [0, 1],
  flexibleFrom: 0,
  request: {
    resourceTypes: since(1, list(int8)),
  },
  response: {
    throttleTimeMs: optional(int32, 0),
    errorCode: int16,
    configResources: list({
      resourceName: string,
      resourceType: since(1, int8, 16),
    }),
  },
  handle({ resourceTypes: wanted }, { broker, version }) {
    const topics = broker.topics
      .all()
      .map(({ name }) => ({ resourceName: name, resourceType: resourceTypes.topic }));
    const brokers = [resourceTypes.broker, resourceTypes.brokerLogger].map((resourceType) => ({
      resourceName: String(broker.nodeId),
      resourceType,
    }));
    const groups = [...broker.groupConfigurations.ids].map((id) => ({
      resourceName: id,
      resourceType: resourceTypes.group,
    }));
    const all = version === 0 ? [] : [...topics, ...brokers, ...groups];
    const configResources = all.filter(
      ({ resourceType }) => wanted.length === 0 || wanted.includes(resourceType),
    );
    return { errorCode: errorCodes.NONE, configResources };
  },
  refuse: (_request, errorCode) => ({ errorCode, configResources: [] }),
});
