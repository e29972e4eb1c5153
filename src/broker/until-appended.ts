import type { Clock } from '../base/clock.ts';
import type { PartitionLog } from './log/partition-log.ts';

/** How long to wait for records, and what else ends the wait. */
export interface WaitOptions {
  readonly clock: Clock;
  readonly maxWaitMs: number;
  readonly signal: AbortSignal;
}

/** Resolves when something was appended to (or happened to) one of the logs and it is enough, and at the latest after `maxWaitMs`. */
export function untilAppended(
  logs: Iterable<PartitionLog>,
  isEnough: () => boolean,
  { clock, maxWaitMs, signal }: WaitOptions,
): Promise<void> {
  return new Promise((resolve) => {
    const waiting = new DisposableStack();
    const finish = (): void => {
      waiting.dispose();
      resolve();
    };
    waiting.use(clock.at(clock.nowMs() + maxWaitMs, finish));
    for (const log of logs)
      waiting.use(
        log.watch(() => {
          if (isEnough()) finish();
        }),
      );
    signal.addEventListener('abort', finish, { once: true });
    waiting.defer(() => signal.removeEventListener('abort', finish));
    if (signal.aborted) finish();
  });
}
