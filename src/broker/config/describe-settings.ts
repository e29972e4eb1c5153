import type { Configuration, ConfigurationSource } from './configuration.ts';
import { settingTypes } from './setting.ts';

/** Where a value comes from: Kafka's ConfigSource. */
const sources: Readonly<Record<ConfigurationSource | 'default', number>> = {
  topic: 1,
  dynamicBroker: 2,
  staticBroker: 4,
  default: 5,
  group: 8,
};

/** One setting as DescribeConfigs tells it. */
export interface DescribedSetting {
  readonly name: string;
  readonly value: string | null;
  readonly readOnly: boolean;
  readonly configSource: number;
  readonly isSensitive: boolean;
  readonly synonyms: readonly {
    readonly name: string;
    readonly value: string | null;
    readonly source: number;
  }[];
  readonly configType: number;
  readonly documentation: null;
}

/**
 * All settings of a configuration, in order of their names, with the places that values may come from; then those that
 * the configuration has, but its table does not know. Kafka hides their values, as they may be secrets.
 */
export function describeSettings(configuration: Configuration): readonly DescribedSetting[] {
  const unknown = [...configuration.own.keys()].filter((name) => !(name in configuration.settings));
  const known = Object.entries(configuration.settings).map(([name, setting]) => {
    const synonyms = synonymsOf(configuration, name);
    return {
      name,
      value: configuration.text(name),
      readOnly: configuration.source === 'dynamicBroker' && READ_ONLY.has(name),
      configSource: synonyms[0]?.source ?? sources.default,
      isSensitive: false,
      synonyms,
      configType: settingTypes[setting.type],
      documentation: null,
    };
  });
  return [...known, ...unknown.map((name) => describeUnknown(name, sources[configuration.source]))];
}

function describeUnknown(name: string, source: number): DescribedSetting {
  return {
    name,
    value: null,
    readOnly: false,
    configSource: source,
    isSensitive: true,
    synonyms: [{ name, value: null, source }],
    configType: UNKNOWN_TYPE,
    documentation: null,
  };
}

const UNKNOWN_TYPE = 0;

const READ_ONLY = new Set([
  'advertised.listeners',
  'broker.id',
  'connections.max.reauth.ms',
  'node.id',
  'socket.request.max.bytes',
]);

function synonymsOf(configuration: Configuration, name: string): DescribedSetting['synonyms'] {
  const value = configuration.own.get(name);
  const own = value === undefined ? [] : [{ name, value, source: sources[configuration.source] }];
  const from = configuration.heritage(name);
  if (from) return [...own, ...synonymsOf(from.configuration, from.name)];
  // The default of a topic's setting is told as that of the broker's, and of some there is none to tell.
  const origin = configuration.source === 'topic' ? null : configuration.inherited(name);
  return origin === null ? own : [...own, { name, value: origin, source: sources.default }];
}
