import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { RunError } from '../../base/errors.ts';
import { readProcess } from './process-table.ts';

/** A process, and when it started, by which it is told from a later one of the same number. */
export interface KnownProcess {
  readonly pid: number;
  readonly startedAt: string;
}

/** What a run has written down of itself. */
export interface RunFile {
  readonly runId: string;
  /** The tool that ran it. */
  readonly tool: KnownProcess;
  /** Leaders of the process groups that it started and has not ended. */
  readonly leaders: readonly KnownProcess[];
  /** May there be containers with its label? */
  readonly usesDocker: boolean;
}

const ENDING = '.run';

/** The folder of the files: one a user and machine, gone at the latest when the machine's processes are. */
export function runFolder(): string {
  return join(tmpdir(), `flowproof-${userInfo().username.replaceAll(/\W/g, '_')}`);
}

/**
 * The file of a running run, for the next one to read if this one is killed. It is there before anything is started, so
 * that nothing can be left behind unknown.
 */
export class RunRecord implements Disposable {
  readonly #path: string;

  constructor(folder: string, runId: string) {
    openFolder(folder);
    this.#path = join(folder, `${runId}${ENDING}`);
    writeFileSync(this.#path, `tool ${process.pid} ${readProcess(process.pid)?.startedAt ?? ''}\n`, {
      mode: 0o600,
    });
  }

  started(pid: number): void {
    appendFileSync(this.#path, `add ${pid} ${readProcess(pid)?.startedAt ?? ''}\n`);
  }

  ended(pid: number): void {
    appendFileSync(this.#path, `remove ${pid}\n`);
  }

  usesDocker(): void {
    appendFileSync(this.#path, 'docker\n');
  }

  [Symbol.dispose](): void {
    rmSync(this.#path, { force: true });
  }
}

/** All files in the folder; one that cannot be read as such is left out. */
export function readRunFiles(folder: string): readonly RunFile[] {
  return namesIn(folder).flatMap((name) =>
    parseRunFile(name.slice(0, -ENDING.length), readIfThere(join(folder, name))),
  );
}

/** Removes the file of a run of which nothing is left. */
export function removeRunFile(folder: string, runId: string): void {
  rmSync(join(folder, `${runId}${ENDING}`), { force: true });
}

function parseRunFile(runId: string, text: string): readonly RunFile[] {
  const leaders = new Map<number, KnownProcess>();
  let tool: KnownProcess | undefined;
  for (const [, verb, number, startedAt = ''] of text.matchAll(/^(tool|add|remove) (\d+)(?: (.*))?$/gm)) {
    const pid = Number(number);
    if (verb === 'tool') tool = { pid, startedAt };
    else if (verb === 'add') leaders.set(pid, { pid, startedAt });
    else leaders.delete(pid);
  }
  return tool ? [{ runId, tool, leaders: [...leaders.values()], usesDocker: /^docker$/m.test(text) }] : [];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ENDING));
  } catch {
    return []; // No run has been here yet.
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // Its run has just ended.
  }
}

/** The folder is in one that all users share: it must be ours, or another user could write down processes for us to kill. */
function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  if (process.getuid && uid !== process.getuid()) {
    throw new RunError('SERVICE_NOT_STARTED', `the folder "${folder}" belongs to another user`, {
      hint: 'remove it, or set TMPDIR to a folder of your own',
    });
  }
}
