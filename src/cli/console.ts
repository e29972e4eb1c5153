import { reporters } from '../reporters/index.ts';
import type { Reporter } from '../reporters/reporter.ts';
import type { Terminal } from './command.ts';

/** The console report on stdout: live on a terminal, in colour unless NO_COLOR is set. */
export function startConsole({ stdout, env }: Terminal, reportPath: string): Reporter {
  const color = stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  return reporters.console.start(
    { write: (text) => void stdout.write(text) },
    { color, reportPath, ...(stdout.isTTY && color ? { terminal: { columns: () => stdout.columns } } : {}) },
  );
}
