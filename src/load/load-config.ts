import { dirname, relative } from 'node:path';
import { didYouMean } from '../base/did-you-mean.ts';
import { ScenarioError, type SettingPath, UsageError } from '../base/errors.ts';
import type { SourceSpan } from '../base/source-span.ts';
import type { JsonObject } from '../model/json.ts';
import { type ProjectConfig, projectConfig } from '../model/project-config.ts';
import { checkShape } from './check-shape.ts';
import { spanOfPath } from './finding.ts';
import type { Located } from './located.ts';
import { mergeLocated, withoutKey } from './merge-located.ts';
import { parseDocuments } from './parse-documents.ts';
import { findConfig } from './project-files.ts';
import { listWords } from './show-value.ts';
import { findSoundPart } from './sound-part.ts';
import type { SourceText } from './source-text.ts';
import { spanOfRange } from './source-text.ts';
import { readVariables, type VariableReading } from './variables.ts';

/** The name of the environment when none is chosen. */
export const DEFAULT_ENVIRONMENT = 'default';

/** `flowproof.yaml` with the chosen environment in it. Without a file, everything is empty. */
export interface LoadedConfig {
  /** Absolute: the folder of the file, else the working directory. */
  readonly directory: string;
  /** What is right of it; when that is not all, there are problems. */
  readonly config: ProjectConfig;
  readonly environment: { readonly name: string; readonly variables: JsonObject };
  readonly variables: JsonObject;
  /** The file as it is written; undefined when there is none. */
  readonly written: WrittenConfig | undefined;
  /** Where a setting is written, in the chosen environment if it is there; undefined when it is nowhere. */
  readonly spanOf: (setting: SettingPath) => SourceSpan | undefined;
}

export interface WrittenConfig {
  readonly root: Located;
  readonly source: SourceText;
}

/** Which file, and which of its environments. */
export interface ConfigChoice extends VariableReading {
  readonly cwd: string;
  readonly file: string | undefined;
  readonly environment: string | undefined;
}

/**
 * Reads and checks the project configuration: the chosen environment, and all others too.
 * @throws UsageError USAGE_FILE_NOT_FOUND, USAGE_UNKNOWN_ENVIRONMENT
 */
export async function loadConfig(choice: ConfigChoice): Promise<LoadedConfig> {
  const { cwd, problems } = choice;
  const path = findConfig(cwd, choice.file);
  const directory = path === undefined ? cwd : dirname(path);
  const source = path === undefined ? undefined : await problems.read(path, relative(cwd, path));
  const root = source && readRoot(source, choice);
  if (!source || !root) {
    if (path === undefined) requireEnvironment(choice, []);
    const environment = { name: nameOf(choice), variables: {} };
    return { directory, config: {}, environment, variables: {}, written: undefined, spanOf: () => undefined };
  }
  const environments =
    root.entries?.get('environments')?.node.entries ?? new Map<string, { node: Located }>();
  requireEnvironment(choice, [...environments.keys()]);
  const chosen = environments.get(nameOf(choice))?.node;
  const merged = merge(root, chosen);
  return {
    directory,
    config: checkConfig(root, { environments, chosen, merged, source, choice }),
    environment: {
      name: nameOf(choice),
      variables: readVariables(chosen?.entries?.get('variables')?.node, source, choice),
    },
    variables: readVariables(root.entries?.get('variables')?.node, source, choice),
    written: { root, source },
    spanOf: (path) =>
      hasFirst(merged, path) ? spanOfPath({ path, at: 'value' }, merged, source) : undefined,
  };
}

function hasFirst({ entries }: Located, [first = '']: SettingPath): boolean {
  return entries?.has(first) ?? false;
}

function nameOf({ environment }: ConfigChoice): string {
  return environment ?? DEFAULT_ENVIRONMENT;
}

/** The one document of the file; undefined when it is empty or not sound. */
function readRoot(source: SourceText, { problems }: ConfigChoice): Located | undefined {
  const parsed = parseDocuments(source);
  problems.add(...parsed.problems);
  const [root, second] = parsed.documents;
  if (second) {
    const span = spanOfRange(source, [second.range[0], second.range[0] + 1]);
    problems.add(
      new ScenarioError('SCHEMA_BAD_VALUE', 'a second document in the project configuration', {
        span,
        hint: 'flowproof.yaml has one document: remove the line "---"',
      }),
    );
  }
  return root;
}

function requireEnvironment({ environment }: ConfigChoice, known: readonly string[]): void {
  if (environment === undefined || environment === DEFAULT_ENVIRONMENT || known.includes(environment)) return;
  const all =
    known.length > 0 ? `the environments are ${listWords(known, 'and')}` : 'flowproof.yaml has none';
  throw new UsageError('USAGE_UNKNOWN_ENVIRONMENT', `unknown environment "${environment}"`, {
    hint: didYouMean(environment, known) ?? all,
  });
}

/** The merged configuration; the environments that were not chosen are merged and checked for their problems only. */
function checkConfig(
  root: Located,
  {
    environments,
    chosen,
    merged,
    source,
    choice,
  }: {
    readonly environments: ReadonlyMap<string, { readonly node: Located }>;
    readonly chosen: Located | undefined;
    /** With the chosen one in it. */
    readonly merged: Located;
    readonly source: SourceText;
    readonly choice: ConfigChoice;
  },
): ProjectConfig {
  const shaped = checkShape(projectConfig, merged, source);
  choice.problems.add(...shaped.problems);
  if (shaped.value === undefined) return findSoundPart(projectConfig, merged)?.value ?? {};
  for (const { node } of environments.values()) {
    if (node === chosen) continue;
    choice.problems.add(...checkShape(projectConfig, merge(root, node), source).problems);
  }
  return shaped.value;
}

function merge(root: Located, environment: Located | undefined): Located {
  return environment?.entries ? mergeLocated(root, withoutKey(environment, 'variables')) : root;
}
