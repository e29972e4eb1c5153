import type { Setting, Settings } from './setting.ts';
import { settingProblem, splitList } from './setting.ts';

/** Values of a table of settings: those that were set, over those of another configuration, over the defaults. */
export class Configuration {
  readonly settings: Settings;
  readonly #own: Map<string, string>;
  /** Where settings that are not set here are looked up. */
  readonly fallback: Configuration | undefined;

  constructor(settings: Settings, own: ReadonlyMap<string, string>, fallback?: Configuration) {
    this.settings = settings;
    this.#own = new Map(own);
    this.fallback = fallback;
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
    const { brokerSetting, value } = this.#setting(name);
    if (this.fallback && brokerSetting) return this.fallback.text(brokerSetting);
    return value;
  }

  /** Whether the value that counts was set by somebody. */
  isSet(name: string): boolean {
    const { brokerSetting } = this.#setting(name);
    return (
      this.#own.has(name) || (brokerSetting !== undefined && (this.fallback?.own.has(brokerSetting) ?? false))
    );
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

  /** Sets a value, or with null goes back to the default. The caller has checked it. */
  set(name: string, value: string | null): void {
    if (value === null) this.#own.delete(name);
    else this.#own.set(name, value);
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
