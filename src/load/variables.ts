import { type ScenarioError, UsageError } from '../base/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { type EnvironmentReference, isEnvironmentReference } from '../model/project-config.ts';
import { locateFinding } from './finding.ts';
import type { Located } from './located.ts';
import { parseDocuments } from './parse-documents.ts';
import type { ProblemList } from './problem-list.ts';
import { createSourceText, type SourceText } from './source-text.ts';

/** What variables are read with. */
export interface VariableReading {
  /** The process's environment, for `fromEnv`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly problems: ProblemList;
  /** The names of secret variables; those found are added. */
  readonly secretNames: Set<string>;
}

/** The values of a map of variables, those `fromEnv` looked up. Other values are as written, with their templates. */
export function readVariables(
  node: Located | undefined,
  source: SourceText | undefined,
  { env, problems, secretNames }: VariableReading,
): JsonObject {
  if (!node || !source || !isJsonObject(node.value)) return {};
  const entries = Object.entries(node.value).map(([name, value]): [string, Json] => {
    if (!isEnvironmentReference(value)) return [name, value];
    if (value.secret) secretNames.add(name);
    const found = env[value.fromEnv] ?? value.default;
    if (found === undefined) problems.add(notSet(value, { node, name, source }));
    return [name, found ?? null];
  });
  return Object.fromEntries(entries);
}

function notSet(
  { fromEnv }: EnvironmentReference,
  { node, name, source }: { node: Located; name: string; source: SourceText },
): ScenarioError {
  const finding = {
    code: 'VARIABLE_NOT_SET',
    message: `the environment variable "${fromEnv}" is not set`,
    hint: 'set it, or write a "default" beside "fromEnv"',
    path: [name, 'fromEnv'],
    at: 'value',
  } as const;
  return locateFinding(finding, node, source);
}

/**
 * Reads `--var k=v`: the value is a YAML scalar (`3` is a number, `"3"` text); what is none is text as it stands.
 * @throws UsageError USAGE_BAD_VALUE
 */
export function parseOverrides(written: readonly string[]): JsonObject {
  return Object.fromEntries(
    written.map((one) => {
      const at = one.indexOf('=');
      const name = one.slice(0, at).trim();
      if (at < 0 || name === '' || name === '__proto__') {
        throw new UsageError('USAGE_BAD_VALUE', `"${one}" is no variable`, {
          hint: 'write name=value, such as --var userId=12345',
        });
      }
      return [name, parseScalar(one.slice(at + 1))];
    }),
  );
}

function parseScalar(text: string): Json {
  const { documents, problems } = parseDocuments(createSourceText('--var', text));
  const [root] = documents;
  const isWhole = root?.range[0] === 0 && root.range[1] === text.length;
  return root && isWhole && problems.length === 0 && !root.entries && !root.items ? root.value : text;
}

/** The texts that must not appear anywhere: the values of secret variables, and the texts inside of them. */
export function secretTexts(
  names: ReadonlySet<string>,
  levels: readonly Readonly<Record<string, unknown>>[],
): string[] {
  const values = levels.flatMap((level) => [...names].map((name) => level[name]));
  return [...new Set(values.flatMap(textsOf))];
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
