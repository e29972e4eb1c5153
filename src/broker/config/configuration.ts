import type { Setting, Settings } from './setting.ts';
import { settingProblem, splitList } from './setting.ts';

/** Where values come from, as Kafka calls it; `staticBroker` is what a broker is started with. */
export type ConfigurationSource = 'topic' | 'group' | 'dynamicBroker' | 'staticBroker';

/** Values of a table of settings: those that were set, over those of another configuration, over the defaults. */
export class Configuration {
  /** Of what is set here. */
  readonly source: ConfigurationSource;
  readonly settings: Settings;
  readonly #own = new Map<string, string>();
  readonly #fallback: Configuration | undefined;

  /** Settings that are not set here are looked up in `fallback`. */
  constructor(source: ConfigurationSource, settings: Settings, fallback?: Configuration) {
    this.source = source;
    this.settings = settings;
    this.#fallback = fallback;
  }

  /** What was set here, by name. */
  get own(): ReadonlyMap<string, string> {
    return this.#own;
  }

  /** The value that counts; null when there is none. */
  text(name: string): string | null {
    return this.#own.get(name) ?? this.inherited(name);
  }

  /** The value that counts when nothing is set here. */
  inherited(name: string): string | null {
    const from = this.heritage(name);
    return from?.configuration.text(from.name) ?? this.#setting(name).value;
  }

  /** The configuration that decides when nothing is set here, and the name of the setting there. */
  heritage(name: string): { readonly configuration: Configuration; readonly name: string } | undefined {
    const { brokerSetting = name } = this.#setting(name);
    if (!this.#fallback || !(brokerSetting in this.#fallback.settings)) return undefined;
    return { configuration: this.#fallback, name: brokerSetting };
  }

  /** Whether the value that counts was set by somebody. */
  isSet(name: string): boolean {
    const from = this.heritage(name);
    return this.#own.has(name) || (from?.configuration.isSet(from.name) ?? false);
  }

  /** A boolean setting. */
  isOn(name: string): boolean {
    return this.text(name)?.trim().toLowerCase() === 'true';
  }

  /** A number setting; absurdly large ones lose precision, which no use of them notices. */
  number(name: string): number {
    return Number(this.text(name));
  }

  /** A list setting. */
  list(name: string): readonly string[] {
    return splitList(this.text(name) ?? '');
  }

  /** Sets these values, which the caller has checked, in place of all that was set; null is the default. */
  replace(values: ReadonlyMap<string, string | null>): this {
    this.#own.clear();
    for (const [name, value] of values) if (value !== null) this.#own.set(name, value);
    return this;
  }

  #setting(name: string): Setting {
    const setting = this.settings[name];
    if (!setting) throw new RangeError(`no setting is called "${name}"`);
    return setting;
  }
}

/**
 * What is wrong with values for a table of settings, in Kafka's words; `undefined`: nothing. Brokers take settings that
 * they do not know, as plug-ins may know them.
 */
export function configurationProblem(
  settings: Settings,
  values: Iterable<readonly [string, string | null]>,
  owner: 'topic' | 'group' | 'broker',
): string | undefined {
  for (const [name, value] of values) {
    const setting = settings[name];
    if (!setting && owner !== 'broker') return `Unknown ${owner} config name: ${name}`;
    if (value === null) return `Null value not supported for: ${name}`;
    const problem = setting && settingProblem(name, setting, value);
    if (problem) return problem;
  }
  return undefined;
}
