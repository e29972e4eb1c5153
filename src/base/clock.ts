/**
 * The only source of time in the engine, so that tests can control it. Monotonic time has no meaning but differences;
 * wall time is for showing.
 */
export interface Clock {
  /** Monotonic milliseconds, with fractions (`performance.now()` of the process). */
  nowMs(): number;
  /** Epoch milliseconds. */
  wallMs(): number;
  /**
   * Calls `action` once, not before the monotonic moment `atMs`. Disposing the result before then means it is never called.
   */
  at(atMs: number, action: () => void): Disposable;
  /** Resolves when what had reached the process by now (data in its sockets) has been read: one turn of the event loop. */
  poll(): Promise<void>;
  /** Starts to measure how late the event loop is. */
  measureLag(): LagMeter;
}

/** Measures until it is disposed. */
export interface LagMeter extends Disposable {
  /** The worst delay of the event loop that was noticed at or after a moment of the clock, in milliseconds. */
  worstSince(atMs: number): number;
}

/** The process's own clock. */
export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
  at(atMs, action) {
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const restMs = atMs - performance.now();
      // setTimeout cuts fractions and may fire up to a millisecond early; longer waits than 2^31 ms overflow.
      timer = setTimeout(
        () => (performance.now() >= atMs ? action() : arm()),
        Math.max(0, Math.min(Math.ceil(restMs), 2 ** 31 - 1)),
      );
    };
    arm();
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  },
  poll: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))),
  measureLag() {
    const stalls: { readonly atMs: number; readonly lagMs: number }[] = [];
    let turnedAtMs = performance.now();
    const timer = setInterval(() => {
      const atMs = performance.now();
      // The stall may have begun right after the turn before: it was at most this long.
      const lagMs = atMs - turnedAtMs;
      turnedAtMs = atMs;
      if (lagMs < 2 * LAG_RESOLUTION_MS) return;
      stalls.push({ atMs, lagMs });
      if (stalls.length > MOST_STALLS) stalls.shift();
    }, LAG_RESOLUTION_MS).unref();
    return {
      worstSince: (sinceMs) =>
        stalls.reduce((worst, { atMs, lagMs }) => (atMs >= sinceMs ? Math.max(worst, lagMs) : worst), 0),
      [Symbol.dispose]: () => clearInterval(timer),
    };
  },
};

const LAG_RESOLUTION_MS = 5;
/** Of a process that stalls all the time, the latest are as good as all. */
const MOST_STALLS = 1000;

/** Resolves after `ms` of the clock; rejects with the signal's reason when it is aborted first. */
export function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = (): void => {
      timer[Symbol.dispose]();
      reject(signal.reason);
    };
    const timer = clock.at(clock.nowMs() + ms, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
