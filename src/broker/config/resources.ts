import type { Broker } from '../broker.ts';
import { errorCodes, NOT_HOSTED, type Refusal, refuse } from '../error-codes.ts';
import { Configuration, configurationProblem } from './configuration.ts';
import { type DescribedSetting, describeSettings } from './describe-settings.ts';
import { groupBoundsProblem, groupSettings } from './group-settings.ts';
import { topicSettings } from './topic-settings.ts';

/** What can be configured: Kafka's ConfigResource.Type. */
export const resourceTypes = { topic: 2, broker: 4, brokerLogger: 8, group: 32 } as const;

/** The settings of a resource, or why there are none. */
export function describeResource(
  broker: Broker,
  type: number,
  name: string,
): { errorCode: number; errorMessage: string | null; settings: readonly DescribedSetting[] } {
  const found = { errorCode: errorCodes.NONE, errorMessage: '' };
  // The empty name stands for the defaults of all brokers, which nobody has set.
  if (type === resourceTypes.broker && name === '') return { ...found, settings: [] };
  const configuration = findResource(broker, type, name);
  if ('errorCode' in configuration) return { ...configuration, settings: [] };
  return { ...found, settings: describeSettings(configuration) };
}

/** A resource that is to be changed. */
export interface AlterTarget {
  readonly resourceType: number;
  readonly resourceName: string;
  readonly isOnlyValidated: boolean;
}

/** Gives a resource the values that `change` makes of its configuration; what it leaves out is a default again. */
export function alterResource(
  broker: Broker,
  { resourceType, resourceName, isOnlyValidated }: AlterTarget,
  change: (configuration: Configuration) => ReadonlyMap<string, string | null> | Refusal,
): Refusal | undefined {
  const isForAllBrokers = resourceType === resourceTypes.broker && resourceName === '';
  const name = isForAllBrokers ? String(broker.nodeId) : resourceName;
  const found = findResource(broker, resourceType, name);
  // The values are looked at before it is known whether there is such a topic.
  const isMissingTopic = 'errorCode' in found && resourceType === resourceTypes.topic;
  const configuration = isMissingTopic ? new Configuration('topic', topicSettings) : found;
  if ('errorCode' in configuration) return configuration;
  const values = change(configuration);
  if ('errorCode' in values) return values;
  const problem = valuesProblem(broker, resourceType, values);
  if (problem !== undefined) return refuse(errorCodes.INVALID_CONFIG, problem);
  if ('errorCode' in found) return found;
  if (isOnlyValidated) return undefined;
  configuration.replace(values);
  if (resourceType === resourceTypes.group) broker.groupConfigurations.keep(name, configuration);
  return undefined;
}

function valuesProblem(
  broker: Broker,
  type: number,
  values: ReadonlyMap<string, string | null>,
): string | undefined {
  if (type === resourceTypes.topic) return configurationProblem(topicSettings, values, 'topic');
  if (type === resourceTypes.group)
    return (
      configurationProblem(groupSettings, values, 'group') ?? groupBoundsProblem(broker.configuration, values)
    );
  return configurationProblem(broker.configuration.settings, values, 'broker');
}

/** The answer to a change of resources: one result a resource. */
export function answerResources<R extends { readonly resourceType: number; readonly resourceName: string }>(
  resources: readonly R[],
  alter: (resource: R) => Refusal | undefined,
) {
  return {
    responses: resources.map((resource) => {
      const { resourceType, resourceName } = resource;
      const refusal = alter(resource);
      return {
        errorCode: refusal?.errorCode ?? errorCodes.NONE,
        errorMessage: refusal?.errorMessage || null,
        resourceType,
        resourceName,
      };
    }),
  };
}

function findResource(broker: Broker, type: number, name: string): Configuration | Refusal {
  if (type === resourceTypes.topic)
    return (
      broker.topics.named(name)?.configuration ?? refuse(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, NOT_HOSTED)
    );
  if (type === resourceTypes.group)
    return name === ''
      ? refuse(errorCodes.INVALID_REQUEST, 'Group name must not be empty')
      : broker.groupConfigurations.of(name);
  if (type !== resourceTypes.broker)
    return refuse(errorCodes.INVALID_REQUEST, `Unsupported resource type: ${type}`);
  if (name === String(broker.nodeId)) return broker.configuration;
  const text = `Unexpected broker id, expected ${broker.nodeId} or empty string, but received ${name}`;
  return refuse(errorCodes.INVALID_REQUEST, text);
}
