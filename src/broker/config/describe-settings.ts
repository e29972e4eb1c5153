import type { Configuration } from './configuration.ts';
import { type Setting, settingTypes } from './setting.ts';

/** Where a value comes from: Kafka's ConfigSource. */
const sources = { topic: 1, dynamicBroker: 2, staticBroker: 4, default: 5, group: 8 } as const;
type Source = keyof typeof sources;

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

/** Whose a configuration is: what is set in it has this source. */
export type Owner = Extract<Source, 'topic' | 'staticBroker' | 'group'>;

/**
 * All settings of a configuration, in order of their names, with the places that values may come from; then those that
 * the configuration has, but its table does not know. Kafka hides their values, as they may be secrets.
 */
export function describeSettings(configuration: Configuration, owner: Owner): readonly DescribedSetting[] {
  const unknown = [...configuration.own.keys()].filter((name) => !(name in configuration.settings));
  const known = Object.entries(configuration.settings).map(([name, setting]) => {
    const synonyms = synonymsOf(configuration, name, setting, owner);
    return {
      name,
      value: configuration.text(name),
      readOnly: owner === 'staticBroker' && READ_ONLY.has(name),
      configSource: synonyms[0]?.source ?? sources.default,
      isSensitive: false,
      synonyms,
      configType: settingTypes[setting.type],
      documentation: null,
    };
  });
  return [...known, ...unknown.map((name) => describeUnknown(name, sources[owner]))];
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

const READ_ONLY = new Set(['broker.id', 'connections.max.reauth.ms', 'node.id', 'socket.request.max.bytes']);

function synonymsOf(configuration: Configuration, name: string, setting: Setting, owner: Source) {
  const own = configuration.own.get(name);
  const defaultName = setting.brokerSetting ?? name;
  const fallback = configuration.fallback?.own.get(defaultName);
  return [
    ...(own === undefined ? [] : [{ name, value: own, source: sources[owner] }]),
    ...(fallback === undefined ? [] : [{ name: defaultName, value: fallback, source: sources.staticBroker }]),
    { name: defaultName, value: setting.value, source: sources.default },
  ];
}
