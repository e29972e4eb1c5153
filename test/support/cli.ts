import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository. */
export const ROOT = resolve(import.meta.dirname, '../..');
/** The Node that the package brings, whatever the system has. */
export const NODE = join(ROOT, 'node_modules/.bin/node');
/** The command line as it ships. */
export const CLI = join(ROOT, 'dist/cli.js');

/** How a run of the command line came out. */
export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Its report directory. */
  readonly output: string;
}

/** Where the command line is run; all but the repository's own is optional. */
export interface CliSurroundings {
  readonly cwd?: string;
  /** Added to the environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** A command that runs another one: `['unshare', '--mount']`. */
  readonly within?: readonly string[];
}

/** Runs the built command line in the repository (or `cwd`), with these added to the environment, and waits for its end; `run` gets a report directory of its own. */
export async function runCli(
  args: readonly string[],
  { cwd = ROOT, env = {}, within = [] }: CliSurroundings = {},
): Promise<CliRun> {
  const output = mkdtempSync(join(tmpdir(), 'flowproof-report-'));
  const own = args[0] === 'run' ? ['--output', output] : [];
  const [program = NODE, ...rest] = [...within, NODE, CLI, ...args, ...own];
  const child = spawn(program, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  const exitCode = await new Promise<number | null>((done, fail) =>
    child.on('error', fail).on('close', done),
  );
  return { exitCode, ...texts, output };
}
