import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { RunError } from '../base/errors.ts';

/** The files that a scenario may name: relative to its own file, and inside the repository. */
export interface ScenarioFiles {
  /** Absolute. */
  readonly directory: string;
  /** Absolute: what paths must not leave. */
  readonly repository: string;
}

/** Why a named file cannot be used; undefined when it can. */
export function faultOfFile(written: string, { directory, repository }: ScenarioFiles): string | undefined {
  const path = resolve(directory, written);
  if (isAbsolute(written) || !isInside(repository, path))
    return `the file "${written}" is outside of the repository`;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return `the file "${written}" does not exist`;
  if (!stats.isFile()) return `"${written}" is no file`;
  // A link may lead out again.
  return isInside(realpathSync(repository), realpathSync(path))
    ? undefined
    : `the file "${written}" is outside of the repository`;
}

/**
 * The absolute path of a named file.
 * @throws RunError FILE_NOT_READABLE
 */
export function resolveFile(written: string, files: ScenarioFiles): string {
  const fault = faultOfFile(written, files);
  if (fault === undefined) return resolve(files.directory, written);
  throw new RunError('FILE_NOT_READABLE', fault, {
    hint: `paths are relative to the scenario's file and stay inside ${files.repository}`,
  });
}

function isInside(directory: string, path: string): boolean {
  const inside = relative(directory, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
