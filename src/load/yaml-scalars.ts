import type { ScalarTag, Tags } from 'yaml';

/**
 * How plain scalars become values: YAML 1.2 core, except that numbers with leading zeros (`012`) are text, integers keep
 * all their digits (safe ones are `number`, larger ones `bigint`), and `.inf` and `.nan`, which JSON has not, are errors.
 */
export function coreScalars(failsafe: Tags): Tags {
  return [...failsafe, NULL, BOOLEAN, ...INTEGERS.map(integerTag), FLOAT, NO_NUMBER];
}

const NULL: ScalarTag = {
  tag: 'tag:yaml.org,2002:null',
  default: true,
  test: /^(?:~|[Nn]ull|NULL)?$/,
  resolve: () => null,
};

const BOOLEAN: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
  resolve: (text) => text.toLowerCase() === 'true',
};

const INTEGERS = [/^[-+]?(?:0|[1-9][0-9]*)$/, /^0o[0-7]+$/, /^0x[0-9a-fA-F]+$/];
/** BigInt takes quadratic time. No format on Kafka has longer integers. */
const MOST_DIGITS = 1000;

function integerTag(test: RegExp): ScalarTag {
  return { tag: 'tag:yaml.org,2002:int', default: true, test, resolve: parseInteger };
}

function parseInteger(text: string, onError: (message: string) => void): number | bigint {
  if (text.length > MOST_DIGITS) {
    onError(`an integer of ${text.length} digits is too long`);
    return 0;
  }
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

const FLOAT: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: /^[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/,
  resolve(text, onError) {
    const value = Number.parseFloat(text);
    if (!Number.isFinite(value)) onError(`the number "${text}" is too large`);
    return value;
  },
};

const NO_NUMBER: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  resolve(text, onError) {
    onError(`"${text}" is no number in JSON`);
    return text;
  },
};
