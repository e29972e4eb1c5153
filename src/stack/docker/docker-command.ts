import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { describeError, type ErrorCode, RunError } from '../../base/errors.ts';
import { splitLines } from '../services/lines.ts';
import { dockerError } from './docker-error.ts';
import type { RunDocker } from './run-docker.ts';

/** A command of the program `docker`, which knows more of builds and compose files than the daemon does. */
export interface DockerCommand {
  readonly args: readonly string[];
  /** What cannot be without it, for messages: `service "web"`. */
  readonly needer: string;
  readonly docker: RunDocker;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** What it writes, without colours; no empty lines. */
  readonly onLine: (line: string, stream: 'stdout' | 'stderr') => void;
}

/** How a command ended. */
export interface DockerOutcome {
  readonly code: number | null;
  readonly stdout: string;
  /** Of both streams, oldest first, at most 20. */
  readonly lastLines: readonly string[];
}

const KEPT_LINES = 20;

/**
 * Runs it to its end, whatever that is, on the daemon that the run uses.
 * @throws RunError DOCKER_MISSING without the program; the signal's reason
 */
export function runDockerCommand(command: DockerCommand): Promise<DockerOutcome> {
  const { args, needer, docker, cwd, signal, onLine } = command;
  const env = { ...command.env, ...docker.commandEnv };
  return new Promise((resolve, reject) => {
    const child = spawn('docker', args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    const lastLines: string[] = [];
    const stdout: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    for (const stream of ['stdout', 'stderr'] as const) {
      const lines = splitLines((colored) => {
        const line = stripVTControlCharacters(colored).trimEnd();
        if (line === '') return;
        lastLines.push(line);
        if (lastLines.length > KEPT_LINES) lastLines.shift();
        onLine(line, stream);
      });
      child[stream].on('data', (chunk: Buffer) => lines.write(chunk)).on('end', () => lines.end());
    }
    child.on('error', (cause) => reject(signal.aborted ? signal.reason : missing(needer, cause)));
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(stdout).toString(), lastLines }));
  });
}

function missing(needer: string, cause: Error): RunError {
  return new RunError('DOCKER_MISSING', `${needer} needs the program \`docker\`: ${describeError(cause)}`, {
    hint: 'install the command line of Docker',
    cause,
  });
}

/** Why a command failed: its last line says it, the others tell more. */
export function failureOf(
  what: string,
  { code, lastLines }: DockerOutcome,
  fallback: ErrorCode = 'DOCKER_FAILED',
): RunError {
  const said = new Error(lastLines.at(-1) ?? `exit code ${code}`);
  const { code: kind, message, hint } = dockerError(what, said, fallback);
  return new RunError(kind, message, { hint, detail: lastLines.length > 1 ? lastLines : [] });
}
