import { UsageError } from '../base/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** One kind of input: what its text means. `parse` gets trimmed text that is not empty, and throws for what is wrong. */
interface InputKind<Value> {
  /** What an input that is unset, empty or blank means. */
  readonly unset: Value;
  parse(name: string, text: string): Value;
}

/** The inputs of an action by name, as workflows write it. */
export type InputTable = Readonly<Record<string, InputKind<unknown>>>;

/** The values of an action's inputs. */
export type InputValues<Table extends InputTable> = {
  readonly [Name in keyof Table]: Table[Name] extends InputKind<infer Value> ? Value : never;
};

/** Any text. */
export function text(): InputKind<string | undefined>;
export function text(unset: string): InputKind<string>;
export function text(unset?: string): InputKind<string | undefined> {
  return { unset, parse: (_name, value) => value };
}

/** A list with one entry on each line. */
export function lines(): InputKind<readonly string[]> {
  return { unset: [], parse: (_name, value) => splitLines(value) };
}

/** Lines of `name=value`. */
export function assignments(): InputKind<readonly string[]> {
  return {
    unset: [],
    parse(name, value) {
      const all = splitLines(value);
      const wrong = all.find((line) => !/^[^=\s][^=]*=/.test(line));
      if (wrong !== undefined) throw badValue(name, wrong, 'write one name=value on each line');
      return all;
    },
  };
}

/** One of these words. */
export function oneOf<const Value extends string>(allowed: readonly Value[]): InputKind<Value | undefined>;
export function oneOf<const Value extends string>(
  allowed: readonly Value[],
  unset: NoInfer<Value>,
): InputKind<Value>;
export function oneOf(allowed: readonly string[], unset?: string): InputKind<string | undefined> {
  return {
    unset,
    parse(name, value) {
      if (allowed.includes(value)) return value;
      throw badValue(name, value, `one of: ${allowed.join(', ')}`);
    },
  };
}

/** A boolean as YAML 1.2 writes it. */
export function flag(unset: boolean): InputKind<boolean> {
  return {
    unset,
    parse(name, value) {
      if (/^(true|True|TRUE)$/.test(value)) return true;
      if (/^(false|False|FALSE)$/.test(value)) return false;
      throw badValue(name, value, 'one of: true, false');
    },
  };
}

/** A whole number within these bounds. */
export function whole({
  min,
  max,
}: {
  readonly min: number;
  readonly max: number;
}): InputKind<number | undefined> {
  return {
    unset: undefined,
    parse(name, value) {
      const number = Number(value);
      if (/^\d+$/.test(value) && number >= min && number <= max) return number;
      throw badValue(name, value, `a whole number from ${min} to ${max}`);
    },
  };
}

/** A whole number within these bounds, or `auto`. */
export function wholeOrAuto(bounds: {
  readonly min: number;
  readonly max: number;
}): InputKind<number | 'auto' | undefined> {
  return {
    unset: undefined,
    parse: (name, value) => (value === 'auto' ? value : whole(bounds).parse(name, value)),
  };
}

/**
 * Reads inputs out of the `INPUT_*` variables that the runner sets.
 * @throws UsageError USAGE_BAD_VALUE, with the input's name and what it may be
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs for a variable's name
 */
export function readInputs<Table extends InputTable>(table: Table, env: Environment): InputValues<Table> {
  const values = Object.entries(table).map(([name, kind]) => {
    const value = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
    return [name, value === '' ? kind.unset : kind.parse(name, value)];
  });
  return Object.fromEntries(values) as InputValues<Table>; // each value came from its own kind
}

/** What to throw for a value that an input does not take. */
export function badValue(name: string, value: string, hint: string): UsageError {
  return new UsageError('USAGE_BAD_VALUE', `"${value}" is no value of input "${name}"`, { hint });
}

function splitLines(value: string): string[] {
  const all = value.split(/\r?\n/).map((line) => line.trim());
  return all.filter((line) => line !== '');
}
