import type { Broker } from '../broker.ts';
import { errorCodes, type Refusal, refuse } from '../error-codes.ts';
import { type DescribedSetting, describeSettings } from './describe-settings.ts';

/** What can be configured: Kafka's ConfigResource.Type. */
export const resourceTypes = { topic: 2, broker: 4 } as const;

/** The settings of a resource, or why there are none. */
export function describeResource(
  broker: Broker,
  type: number,
  name: string,
): { errorCode: number; errorMessage: string | null; settings: readonly DescribedSetting[] } {
  const found = { errorCode: errorCodes.NONE, errorMessage: null };
  if (type === resourceTypes.topic) {
    const topic = broker.topics.named(name);
    if (!topic) return { ...unknownTopic(), settings: [] };
    return { ...found, settings: describeSettings(topic.configuration, 'topic') };
  }
  if (type !== resourceTypes.broker)
    return { ...refuse(errorCodes.INVALID_REQUEST, `Unsupported resource type: ${type}`), settings: [] };
  // The empty name stands for the cluster-wide defaults, which nobody has set.
  if (name === '') return { ...found, settings: [] };
  if (name !== String(broker.nodeId)) {
    const text = `Unexpected broker id, expected ${broker.nodeId} or empty string, but received ${name}`;
    return { ...refuse(errorCodes.INVALID_REQUEST, text), settings: [] };
  }
  return { ...found, settings: describeSettings(broker.configuration, 'staticBroker') };
}

function unknownTopic(): Refusal {
  return refuse(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, 'This server does not host this topic-partition.');
}
