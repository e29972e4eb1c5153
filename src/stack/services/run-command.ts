import { spawn } from 'node:child_process';
import type { ProbedCommand } from '../../probes/probe.ts';
import { parseCommand } from './command-line.ts';
import { splitLines } from './lines.ts';

/** Runs a short command to its end, and resolves with its code and the last line of its output. */
export function runCommand(
  command: string,
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<ProbedCommand> {
  const { file, args } = parseCommand(command);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], killSignal: 'SIGKILL' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      const lines = splitLines((line) => {
        if (line.trim() !== '') output = line;
      });
      stream.on('data', (chunk: Buffer) => lines.write(chunk));
      stream.on('end', () => lines.end());
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
