import { type Clock, sleep } from '../base/clock.ts';
import { RunError } from '../base/errors.ts';

export interface PersistOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** How long to go on trying, since the beginning; asked after each failure. */
  readonly timeoutMs: () => number;
  /** Which failures are worth another try. */
  readonly isWorthRetrying: (cause: unknown) => boolean;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/**
 * Repeats what fails for a reason that may pass (no broker, no answer, no leader) until it works or time is up, with
 * longer and longer pauses. Rejects with the last failure, or at once with one that will not pass or the signal's reason.
 */
export async function persist<T>(
  operation: () => Promise<T>,
  { clock, signal, timeoutMs, isWorthRetrying }: PersistOptions,
): Promise<T> {
  const startedAtMs = clock.nowMs();
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await abortable(operation(), signal);
    } catch (cause) {
      if (!isWorthRetrying(cause) || clock.nowMs() + pauseMs > startedAtMs + timeoutMs()) throw cause;
    }
    await sleep(clock, pauseMs, signal);
  }
}

/** Whether a failure may be gone when the same is tried again. */
export function mayPass(cause: unknown): boolean {
  return cause instanceof RunError && (cause.code === 'KAFKA_UNREACHABLE' || cause.code === 'KAFKA_TIMEOUT');
}

/** What the promise gives, unless the signal is aborted first. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
