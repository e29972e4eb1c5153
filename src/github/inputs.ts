import { UsageError } from '../base/errors.ts';

/** The inputs of `action.yml`, read. Absent ones were left empty. */
export interface ActionInputs {
  /** Files, folders or globs; none: those of flowproof.yaml. */
  readonly scenarios: readonly string[];
  readonly config: string | undefined;
  readonly environment: string | undefined;
  readonly kafka: 'embedded' | 'external' | undefined;
  /** `name=value` each. */
  readonly variables: readonly string[];
  readonly seed: number | undefined;
  readonly summary: boolean;
  readonly annotations: boolean;
  readonly reportDirectory: string;
  readonly workingDirectory: string;
}

/** The names of all inputs, as workflows write them. */
export const inputNames = [
  'scenarios',
  'config',
  'environment',
  'kafka',
  'variables',
  'seed',
  'summary',
  'annotations',
  'report-directory',
  'working-directory',
] as const;

type InputName = (typeof inputNames)[number];
type Environment = Readonly<Record<string, string | undefined>>;

const MAX_SEED = 2 ** 32 - 1;

/**
 * Reads the inputs out of the `INPUT_*` variables that the runner sets. An input that is unset, empty or blank has its
 * default.
 * @throws UsageError USAGE_BAD_VALUE, with the input's name and what it may be
 */
export function readInputs(env: Environment): ActionInputs {
  const text = (name: InputName): string | undefined => readText(name, env);
  return {
    scenarios: lines(text('scenarios')),
    config: text('config'),
    environment: text('environment'),
    kafka: oneOf('kafka', text('kafka'), ['embedded', 'external']),
    variables: lines(text('variables')).map(assignment),
    seed: whole('seed', text('seed'), MAX_SEED),
    summary: flag('summary', text('summary')) ?? true,
    annotations: flag('annotations', text('annotations')) ?? true,
    reportDirectory: text('report-directory') ?? 'flowproof-report',
    workingDirectory: text('working-directory') ?? '.',
  };
}

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs for the variable's name */
function readText(name: InputName, env: Environment): string | undefined {
  const value = env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
  return value === '' ? undefined : value;
}

function lines(value: string | undefined): string[] {
  const all = value?.split(/\r?\n/).map((line) => line.trim()) ?? [];
  return all.filter((line) => line !== '');
}

function assignment(line: string): string {
  if (/^[^=\s][^=]*=/.test(line)) return line;
  throw badValue('variables', line, 'write one name=value on each line');
}

function oneOf<const Value extends string>(
  name: InputName,
  value: string | undefined,
  allowed: readonly Value[],
): Value | undefined {
  const found = allowed.find((one) => one === value);
  if (value === undefined || found !== undefined) return found;
  throw badValue(name, value, `one of: ${allowed.join(', ')}`);
}

/** Booleans as YAML 1.2 writes them. */
function flag(name: InputName, value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw badValue(name, value, 'one of: true, false');
}

function whole(name: InputName, value: string | undefined, max: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value) && Number(value) <= max) return Number(value);
  throw badValue(name, value, `a whole number from 0 to ${max}`);
}

function badValue(name: InputName, value: string, hint: string): UsageError {
  return new UsageError('USAGE_BAD_VALUE', `"${value}" is no value of input "${name}"`, { hint });
}
