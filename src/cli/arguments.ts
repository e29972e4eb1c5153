import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { nearest } from '../base/did-you-mean.ts';
import { UsageError } from '../base/errors.ts';

/** One option of a command, for parsing and for its help. */
export interface OptionHelp {
  readonly type: 'string' | 'boolean';
  /** May be given several times. */
  readonly multiple?: boolean;
  /** What stands for the value in the help: `<name>`. */
  readonly value?: string;
  readonly help: string;
  /** The only values allowed. */
  readonly oneOf?: readonly string[];
}

export type OptionTable = Readonly<Record<string, OptionHelp>>;

/** The values of a command's options: text, a list of texts, or true. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: Table[Name] extends { multiple: true }
    ? string[]
    : Table[Name]['type'] extends 'boolean'
      ? boolean
      : string;
};

/**
 * Reads a command's arguments.
 * @throws UsageError USAGE_UNKNOWN_OPTION, USAGE_BAD_VALUE
 */
export function parseArguments<const Table extends OptionTable>(
  args: readonly string[],
  table: Table,
): { readonly values: OptionValues<Table>; readonly positionals: readonly string[] } {
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    Object.entries(table).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(token, table);
  }
  return { values: values as OptionValues<Table>, positionals }; // of the table, as each token was checked
}

function checkOption(
  token: { name: string; rawName: string; value?: string | undefined; inlineValue?: boolean | undefined },
  table: OptionTable,
): void {
  const { name, rawName, value } = token;
  const option = table[name];
  if (!option) {
    const near = nearest(name, Object.keys(table));
    throw new UsageError('USAGE_UNKNOWN_OPTION', `unknown option "${rawName}"`, {
      hint: near === undefined ? 'see "flowproof --help"' : `did you mean "--${near}"?`,
    });
  }
  if (option.type === 'boolean' && value !== undefined) {
    throw new UsageError('USAGE_BAD_VALUE', `option "${rawName}" takes no value`, {
      hint: `write "${rawName}" alone`,
    });
  }
  // What looks like the next option is one: `--kafka --seed 1` lacks a provider.
  const isNextOption = value?.startsWith('--') === true && token.inlineValue !== true;
  if (option.type === 'string' && (value === undefined || value === '' || isNextOption)) {
    throw new UsageError('USAGE_BAD_VALUE', `option "${rawName}" needs a value`, {
      hint: `write "${rawName} ${option.value ?? '<value>'}"`,
    });
  }
  if (option.oneOf && value !== undefined && !option.oneOf.includes(value)) {
    throw new UsageError('USAGE_BAD_VALUE', `"${value}" is no value of option "${rawName}"`, {
      hint: `one of: ${option.oneOf.join(', ')}`,
    });
  }
}

/**
 * A whole number of an option.
 * @throws UsageError USAGE_BAD_VALUE
 */
export function parseWhole(
  name: string,
  value: string | undefined,
  range: { readonly min: number; readonly max: number },
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= range.min && number <= range.max) return number;
  throw new UsageError('USAGE_BAD_VALUE', `"${value}" is no value of option "--${name}"`, {
    hint: `a whole number from ${range.min} to ${range.max}`,
  });
}

/** The options of a command as lines of its help. */
export function renderOptions(table: OptionTable): string {
  const rows = Object.entries(table).map(
    ([name, option]) => [`--${name}${option.value ? ` ${option.value}` : ''}`, option.help] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
