/** The kinds of values that Kafka's settings have, with the numbers that DescribeConfigs gives them. */
export const settingTypes = {
  boolean: 1,
  string: 2,
  int: 3,
  long: 5,
  double: 6,
  list: 7,
} as const;

/** One setting of a topic or a broker. */
export interface Setting {
  readonly type: keyof typeof settingTypes;
  /** As Kafka prints it; null: none. */
  readonly value: string | null;
  /** Of a number: the least that is allowed. */
  readonly min?: number;
  /** Of a string or list: all that is allowed. */
  readonly oneOf?: readonly string[];
  /** Of a topic's setting: the broker's setting that it takes its default from. */
  readonly brokerSetting?: string;
}

export type Settings = { readonly [name: string]: Setting };

const ranges: { readonly [type in Setting['type']]?: readonly [number, number] } = {
  int: [-(2 ** 31), 2 ** 31 - 1],
  long: [-Infinity, Infinity],
  double: [-Infinity, Infinity],
};

/** Says what is wrong with a value for a setting, in Kafka's words; `undefined`: nothing. */
export function settingProblem(name: string, setting: Setting, value: string): string | undefined {
  const wrong = (why: string): string => `Invalid value ${value} for configuration ${name}: ${why}`;
  if (setting.type === 'boolean' && !/^(true|false)$/i.test(value.trim()))
    return wrong('Expected value to be either true or false');
  const range = ranges[setting.type];
  if (range) return numberProblem(setting, value, range, wrong);
  const parts = setting.type === 'list' ? splitList(value) : [value];
  const stranger = parts.find((part) => setting.oneOf && !setting.oneOf.includes(part));
  if (stranger !== undefined) return wrong(`String must be one of: ${setting.oneOf?.join(', ')}`);
  return undefined;
}

function numberProblem(
  { type, min = -Infinity }: Setting,
  value: string,
  [lowest, highest]: readonly [number, number],
  wrong: (why: string) => string,
): string | undefined {
  const pattern = type === 'double' ? /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i : /^[+-]?\d+$/;
  const number = Number(value.trim());
  if (!pattern.test(value.trim()) || number < lowest || number > highest)
    return wrong(`Not a number of type ${type.toUpperCase()}`);
  if (number < min) return wrong(`Value must be at least ${min}`);
  return undefined;
}

/** The parts of a list setting. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
