import { createStep } from '../github/step.ts';
import { runAction } from './run-action.ts';

/** The exit code of an interrupted run. */
const INTERRUPTED = 130;

/** The action: the process is the step of a GitHub job. Cancelling it sends SIGINT, and SIGTERM after 7.5 seconds. */
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => (interrupted.signal.aborted ? process.exit(INTERRUPTED) : interrupted.abort()));
}
const { env, stdout } = process;
process.exitCode = await runAction({
  env,
  stdout,
  step: createStep({ env, stdout }),
  signal: interrupted.signal,
});
