import { createStep } from '../github/step.ts';
import type { ActionSurroundings } from './publication.ts';
import { tellFailure } from './tell-failure.ts';

/** The exit code of an interrupted run. */
const INTERRUPTED = 130;

/**
 * Runs an action in this process, which is the step of a GitHub job; it ends with the exit code of language.md §9.
 * Cancelling a job sends SIGINT, and SIGTERM after 7.5 seconds: the second one ends the process at once.
 */
export async function runStep(action: (surroundings: ActionSurroundings) => Promise<number>): Promise<void> {
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => (interrupted.signal.aborted ? process.exit(INTERRUPTED) : interrupted.abort()));
  }
  const { env, stdout } = process;
  const surroundings = { env, stdout, step: createStep({ env, stdout }), signal: interrupted.signal };
  try {
    process.exitCode = await action(surroundings);
  } catch (cause) {
    process.exitCode = tellFailure(cause, surroundings);
  }
}
