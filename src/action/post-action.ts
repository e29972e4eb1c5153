import { join } from 'node:path';
import { systemClock } from '../base/clock.ts';
import { describeError } from '../base/errors.ts';
import { sweepKilledRuns } from '../stack/sweep-killed-runs.ts';
import { UNFINISHED } from './job.ts';
import type { ActionSurroundings } from './publication.ts';

/**
 * Makes up for a step that was killed before it had cleaned up: ends its services, removes its containers, and tells
 * what is known of its run. Never fails the job.
 */
export async function postAction(surroundings: ActionSurroundings): Promise<number> {
  const { env, step } = surroundings;
  try {
    await sweepKilledRuns({ clock: systemClock, env });
    if (step.readState(UNFINISHED) === 'true') await tellOfKilledRun(surroundings);
  } catch (cause) {
    step.warn(`flowproof could not clean up: ${describeError(cause)}`);
  }
  return 0;
}

async function tellOfKilledRun(surroundings: ActionSurroundings): Promise<void> {
  // Loaded only when it is needed: as a rule there is nothing to do.
  const [{ readJob }, { publish }, { readEvents }] = await Promise.all([
    import('./job.ts'),
    import('./publish.ts'),
    import('../load/read-events.ts'),
  ]);
  const job = readJob(surroundings);
  await publish(readEvents(join(job.reportDirectory, 'events.ndjson')), job);
}
