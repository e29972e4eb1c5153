import { describe, expect, it } from 'vitest';
import { sleep, systemClock } from '../../../src/base/clock.ts';

const never = new AbortController().signal;

function stall(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe("the process's clock", () => {
  it('never calls before the moment, however fine', async () => {
    const atMs = systemClock.nowMs() + 5.7;
    const calledAtMs = await new Promise<number>((resolve) =>
      systemClock.at(atMs, () => resolve(systemClock.nowMs())),
    );
    expect(calledAtMs).toBeGreaterThanOrEqual(atMs);
  });

  it('calls soon for a moment that is past', async () => {
    await new Promise<void>((resolve) => systemClock.at(systemClock.nowMs() - 500, resolve));
  });

  it('does not call once it is disposed', async () => {
    systemClock.at(systemClock.nowMs() + 5, () => expect.unreachable())[Symbol.dispose]();
    await sleep(systemClock, 20, never);
  });

  it('tells how long the event loop stood still, from a moment on', async () => {
    using lag = systemClock.measureLag();
    await sleep(systemClock, 20, never);
    stall(80);
    await sleep(systemClock, 20, never);
    const after = systemClock.nowMs();
    expect(lag.worstSince(0)).toBeGreaterThanOrEqual(60);
    expect(lag.worstSince(after)).toBe(0);
  });
});
