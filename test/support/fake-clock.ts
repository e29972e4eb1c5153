import type { Clock, LagMeter } from '../../src/base/clock.ts';

/**
 * A clock that only moves when told to. Timers fire in order of their moments; `arriving` holds what has reached the
 * process but is read only when the event loop turns (`poll`).
 */
export class FakeClock implements Clock {
  #nowMs = 0;
  readonly #timers = new Set<{ readonly atMs: number; readonly action: () => void }>();
  /** Called at the next turn of the event loop. */
  readonly arriving: (() => void)[] = [];
  lagMs = 0;

  nowMs(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return 1_700_000_000_000 + this.#nowMs;
  }

  at(atMs: number, action: () => void): Disposable {
    const timer = { atMs, action };
    this.#timers.add(timer);
    return { [Symbol.dispose]: () => this.#timers.delete(timer) };
  }

  async poll(): Promise<void> {
    for (const arrive of this.arriving.splice(0)) arrive();
  }

  measureLag(): LagMeter {
    return { worstSince: () => this.lagMs, [Symbol.dispose]: () => undefined };
  }

  /** Moves time to `atMs`, firing what is due on the way, each at its own moment, and lets promises settle. */
  async moveTo(atMs: number): Promise<void> {
    for (;;) {
      await settle();
      const due = [...this.#timers].filter((timer) => timer.atMs <= atMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#nowMs = Math.max(this.#nowMs, due.atMs);
      due.action();
    }
    this.#nowMs = atMs;
    await settle();
  }

  /** The process was busy until `atMs`: time jumps there first, and only then what was due on the way fires. */
  async stallUntil(atMs: number): Promise<void> {
    this.#nowMs = atMs;
    await this.moveTo(atMs);
  }
}

/** Lets everything that only waits for promises come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
