import type { OptionTable } from './arguments.ts';

/** What a command may use of the process; the only way to it, so that tests can play one. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

/** One command of the command line. What only its `run` needs it imports there, so that the others start without it. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** After `flowproof <name>`: `[files or globs]`. */
  readonly operands: string;
  readonly options: OptionTable;
  /** Returns the exit code of language.md §9. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}
