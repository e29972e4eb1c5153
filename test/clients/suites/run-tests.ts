import { runProgram } from '../../support/run-program.ts';

/** Where and how to run tests. */
export interface RunTestsOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs a program to its end and gives all that it printed: that tests failed is an outcome, not an error. */
export async function runTests(
  command: string,
  args: readonly string[],
  { cwd, env }: RunTestsOptions,
): Promise<string> {
  const hidingTheExitCode = ['-c', '"$0" "$@" 2>&1; true', command, ...args];
  const { stdout } = await runProgram('sh', hidingTheExitCode, { cwd, env, timeoutMs: 1_800_000 });
  return stdout;
}
