import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RunOptions, type RunResult, run } from '../../src/index.ts';
import type { TaskResult } from '../../src/model/run-result.ts';
import { NODE, ROOT } from './cli.ts';

/** What a test's flowproof.yaml and only scenario say, as values: JSON is YAML. */
export interface TestProject {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly scenario: Readonly<Record<string, unknown>>;
  /** More files, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Writes a project into a new folder and gives the folder. */
export function writeProject({ config = {}, scenario, files = {} }: TestProject): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-project-'));
  const all = {
    'flowproof.yaml': JSON.stringify({ scenarios: 'scenario.yaml', ...config }),
    'scenario.yaml': JSON.stringify({ scenario: 'test', suite: 'tests', ...scenario }, null, 1),
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs a project as the doors do, with the services' own programs started by the Node that the package brings. */
export function runProject(project: TestProject, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return run({
    cwd: writeProject(project),
    env: process.env,
    signal: new AbortController().signal,
    ...options,
  });
}

/** A service that is one of the programs of `test/support/services`. */
export function serviceOf(
  program: string,
  { env = {}, ready }: { readonly env?: Readonly<Record<string, string>>; readonly ready?: unknown } = {},
): Record<string, unknown> {
  return {
    command: `${NODE} ${join(ROOT, 'test/support/services', program)}`,
    env: { KAFKA_BOOTSTRAP: '${{ .kafka.bootstrap }}', ...env },
    ...(ready === undefined ? {} : { ready }),
  };
}

/** The result of a task of the only scenario. */
export function taskOf(result: RunResult, id: string): TaskResult | undefined {
  return result.scenarios[0]?.tasks.find((task) => task.id === id);
}
