import { type Dirent, existsSync } from 'node:fs';
import { glob, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../base/errors.ts';

const CONFIG_NAMES = ['flowproof.yaml', 'flowproof.yml'];
const DEFAULT_SCENARIOS = ['scenarios/**/*.yaml'];
const SCENARIO_FILES = '**/*.{yaml,yml}';
const IGNORED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * The absolute path of `flowproof.yaml`: the one that was named, else the nearest from `cwd` upwards, else undefined.
 * @throws UsageError USAGE_FILE_NOT_FOUND
 */
export function findConfig(cwd: string, named: string | undefined): string | undefined {
  if (named !== undefined) {
    const path = resolve(cwd, named);
    if (existsSync(path)) return path;
    throw new UsageError('USAGE_FILE_NOT_FOUND', `the configuration file "${named}" does not exist`, {
      hint: `looked for ${path}`,
    });
  }
  return upwards(resolve(cwd))
    .map(configIn)
    .find((path) => path !== undefined);
}

/**
 * The folder that named files must not leave: from `directory` upwards the nearest with `.git` in it, else the nearest
 * with a flowproof.yaml, else `directory`.
 */
export function findRepository(directory: string): string {
  const folders = upwards(directory);
  return folders.find((at) => existsSync(join(at, '.git'))) ?? folders.find(configIn) ?? directory;
}

function configIn(directory: string): string | undefined {
  return CONFIG_NAMES.map((name) => join(directory, name)).find((path) => existsSync(path));
}

/** The folder and all that it is in, up to the root. */
function upwards(directory: string): readonly string[] {
  const parent = dirname(directory);
  return parent === directory ? [directory] : [directory, ...upwards(parent)];
}

/** What was asked for on the command line, or in `flowproof.yaml`. */
export interface FileSelection {
  readonly cwd: string;
  /** Files, folders and globs relative to `cwd`; when empty, those of the project. */
  readonly files: readonly string[];
  /** The folder of `flowproof.yaml`. */
  readonly directory: string;
  /** `scenarios:` of `flowproof.yaml`, globs relative to `directory`. */
  readonly scenarios: readonly string[] | undefined;
}

/**
 * The absolute paths of the scenario files, in path order.
 * @throws UsageError USAGE_FILE_NOT_FOUND, USAGE_NOTHING_SELECTED
 */
export async function selectFiles(selection: FileSelection): Promise<readonly string[]> {
  const { cwd, files, directory } = selection;
  const patterns = files.length > 0 ? files : (selection.scenarios ?? DEFAULT_SCENARIOS);
  const from = files.length > 0 ? cwd : directory;
  const found = await Promise.all(patterns.map((pattern) => expand(pattern, from)));
  const none = patterns.filter((_, index) => found[index]?.length === 0);
  const selected = [...new Set(found.flat())].toSorted();
  if (selected.length > 0 && (files.length === 0 || none.length === 0)) return selected;
  throw new UsageError(
    'USAGE_NOTHING_SELECTED',
    `no scenario file matches ${none.map((pattern) => `"${pattern}"`).join(', ')} in ${from}`,
    {
      hint:
        files.length > 0
          ? 'name a file, a folder, or a glob in quotes'
          : 'run "flowproof init" for a first one, or set "scenarios" in flowproof.yaml',
    },
  );
}

async function expand(pattern: string, from: string): Promise<string[]> {
  const path = resolve(from, pattern);
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isFile()) return [path];
  if (stats?.isDirectory()) return findIn(SCENARIO_FILES, path);
  if (!/[*?[\]{}]/.test(pattern)) {
    throw new UsageError('USAGE_FILE_NOT_FOUND', `"${pattern}" does not exist`, {
      hint: `looked for ${relative(from, path) || path} in ${from}`,
    });
  }
  return findIn(pattern, from);
}

async function findIn(pattern: string, cwd: string): Promise<string[]> {
  const exclude = (entry: string | Dirent): boolean =>
    IGNORED_FOLDERS.has(typeof entry === 'string' ? basename(entry) : entry.name);
  const names = await Array.fromAsync(glob(pattern, { cwd, exclude }));
  const paths = names
    .map((name) => resolve(cwd, name))
    .filter((path) => !CONFIG_NAMES.includes(basename(path)));
  const stats = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  return paths.filter((_, index) => stats[index]?.isFile());
}
