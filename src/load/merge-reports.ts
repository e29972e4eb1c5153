import { globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../base/errors.ts';
import { mergeRuns } from '../model/merge-runs.ts';
import type { RunResult } from '../model/run-result.ts';
import { readReport } from './read-report.ts';

/**
 * The one result of all reports that are named: files, globs, or folders in which every `report.json` counts.
 * @throws UsageError USAGE_NOTHING_SELECTED, and for files that are no reports
 */
export function mergeReports(named: readonly string[], cwd: string): RunResult {
  const paths = named.flatMap((one) =>
    isFolder(resolve(cwd, one)) ? find(join(one, '**/report.json'), cwd) : find(one, cwd),
  );
  const [first, ...rest] = [...new Set(paths)].toSorted().map(readReport);
  if (first) return mergeRuns([first, ...rest]);
  throw new UsageError(
    'USAGE_NOTHING_SELECTED',
    `no report.json in ${named.map((one) => `"${one}"`).join(', ')}`,
    {
      hint: 'name the report.json of each shard, a folder that holds them, or a glob',
    },
  );
}

function find(pattern: string, cwd: string): string[] {
  return globSync(pattern, { cwd }).map((path) => resolve(cwd, path));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
