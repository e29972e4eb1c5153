import { brokerSettings } from './broker-settings.ts';
import { Configuration } from './configuration.ts';
import type { Settings } from './setting.ts';

/**
 * What a group of the new protocol can be told, by Kafka's names (https://kafka.apache.org/documentation/#groupconfigs),
 * but for share and streams groups, of which there are none.
 */
export const groupSettings = {
  'consumer.heartbeat.interval.ms': inherited('group.consumer.heartbeat.interval.ms'),
  'consumer.session.timeout.ms': inherited('group.consumer.session.timeout.ms'),
} as const satisfies Settings;

function inherited(brokerSetting: keyof typeof brokerSettings) {
  const { value } = brokerSettings[brokerSetting];
  return { type: 'int', value, brokerSetting } as const;
}

/** What is wrong with valid numbers for a group, in Kafka's words: the broker sets the bounds. `undefined`: nothing. */
export function groupBoundsProblem(
  broker: Configuration,
  values: Iterable<readonly [string, string | null]>,
): string | undefined {
  for (const [name, value] of values) {
    const [kind, ...words] = name.split('.');
    const [least, most] = ['min', 'max'].map((bound) =>
      broker.number(['group', kind, bound, ...words].join('.')),
    );
    const isWithin = Number(value) >= Number(least) && Number(value) <= Number(most);
    if (!isWithin) return `${name} must be in the range ${least} to ${most} inclusive.`;
  }
  return undefined;
}

/** The settings of groups, by the group's id. A group need not exist to have some. */
export class GroupConfigurations {
  readonly #broker: Configuration;
  readonly #changed = new Map<string, Configuration>();

  /** What a group is not told, `broker` says. */
  constructor(broker: Configuration) {
    this.#broker = broker;
  }

  /** The groups that something was set for. */
  get ids(): Iterable<string> {
    return this.#changed.keys();
  }

  of(id: string): Configuration {
    return this.#changed.get(id) ?? new Configuration('group', groupSettings, this.#broker);
  }

  /** Keeps what was set for a group. */
  keep(id: string, configuration: Configuration): void {
    if (configuration.own.size > 0) this.#changed.set(id, configuration);
    else this.#changed.delete(id);
  }
}
