import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from '../../support/cache.ts';
import { fingerprint } from '../../support/fingerprint.ts';
import { runProgram } from '../../support/run-program.ts';

/** A client's sources, as what is published of it has no tests. */
export interface Sources {
  /** On GitHub: `owner/name`. */
  readonly repository: string;
  readonly tag: string;
  /** What is replaced in which file: the addresses of the brokers, which the tests have fixed. */
  readonly changes: readonly (readonly [file: string, from: string | RegExp, to: string])[];
  /** Commands that fetch what the tests need and build them. */
  readonly build: readonly (readonly [command: string, ...args: string[]])[];
}

/** Of a package of npm. */
export const NPM_INSTALL = [
  ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'],
] as const;

const timeoutMs = 1_800_000;

/**
 * The folder of the sources, cloned, changed and built. Where GitHub cannot be reached, git's
 * own `url.<folder>.insteadOf` (also by GIT_CONFIG_COUNT) names a copy.
 */
export function clonedSources(sources: Sources): Promise<string> {
  const { repository, tag, changes, build } = sources;
  const version = fingerprint([Buffer.from(JSON.stringify(sources, (_key, value) => textOf(value)))]);
  return cachedFolder(`clients/${repository.replace('/', '-')}-${version}`, async (cwd) => {
    const url = `https://github.com/${repository}`;
    const clone = ['clone', '--quiet', '--depth', '1', '--branch', tag, url, '.'];
    await runProgram('git', clone, { cwd, timeoutMs });
    for (const change of changes) replaceIn(cwd, change);
    for (const [command, ...args] of build) await runProgram(command, args, { cwd, timeoutMs });
  });
}

function textOf(value: unknown): unknown {
  return value instanceof RegExp ? String(value) : value;
}

function replaceIn(folder: string, [file, from, to]: Sources['changes'][number]): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replaceAll(from, to);
  if (changed === text) throw new Error(`${path} has nothing like ${from}`);
  writeFileSync(path, changed);
}
