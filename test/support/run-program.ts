import { spawn } from 'node:child_process';

/** How a program ended. */
export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how to run a program; `env` is added to the environment of the tests. */
export interface RunProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly timeoutMs: number;
}

/** Runs a program to its end; anything but exit code 0 in time is an error that shows what it printed. */
export async function runProgram(
  command: string,
  args: readonly string[],
  { cwd, env, input = '', timeoutMs }: RunProgramOptions,
): Promise<ProgramRun> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  child.stdin.on('error', () => undefined).end(input); // a program need not read its input
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  try {
    const end = await new Promise<number | NodeJS.Signals | null>((done, fail) =>
      child.on('error', fail).on('close', (code, signal) => done(code ?? signal)),
    );
    if (end === 0) return texts;
    const printed = `${texts.stdout}\n${texts.stderr}`.trim().slice(-8000);
    throw new Error(`${[command, ...args].join(' ')} ended with ${end}:\n${printed}`);
  } finally {
    clearTimeout(timer);
  }
}
