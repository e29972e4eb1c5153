import type { Clock } from '../base/clock.ts';
import { runFolder } from './processes/run-file.ts';
import { sweepLeftovers } from './processes/sweep.ts';

/** Ends the processes and removes the containers of all runs whose tool was killed. */
export async function sweepKilledRuns({
  clock,
  env,
}: {
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<void> {
  await sweepLeftovers(runFolder(), { clock, removeContainers: (runId) => removeContainers(runId, env) });
}

/** Removes what a run has made in Docker. Resolves with how much there was. @throws RunError DOCKER_* */
export async function removeContainers(
  runId: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const [{ connectRuntime }, { removeAllOf }] = await Promise.all([
    import('./docker/runtime.ts'),
    import('./docker/remove.ts'),
  ]);
  return removeAllOf(runId, await connectRuntime(env));
}
