import { describe, expect, it } from 'vitest';
import { ConsumeWindow, type WindowRules } from '../../../../src/tasks/consume/window.ts';

const one: WindowRules = { required: 1, enough: 1, settleMs: 0, deadlineAtMs: 500 };

/** Offers records at these moments, then lets time go on to the end; says how it ended. */
function play(rules: WindowRules, arrivals: readonly number[], untilMs = 10_000): string {
  const window = new ConsumeWindow(rules);
  for (const atMs of arrivals) window.offer(atMs);
  for (
    let moment = window.nextMomentMs;
    moment !== undefined && moment <= untilMs;
    moment = window.nextMomentMs
  ) {
    window.advance(moment);
  }
  return window.end ? `${window.end.why}@${window.end.atMs} ${window.matched}` : `open ${window.matched}`;
}

describe('ConsumeWindow', () => {
  it.each<[string, WindowRules, number[], string]>([
    ['ends with the one record it awaits', one, [40], 'enough@40 1'],
    ['takes a record that arrived before the task started', one, [-30], 'enough@-30 1'],
    ['takes a record that arrived exactly at the deadline', one, [500], 'enough@500 1'],
    ['misses a record that arrived just after the deadline', one, [500.1], 'deadline@500 0'],
    ['fails at the deadline when nothing came', one, [], 'deadline@500 0'],
    [
      'judges the last awaited record by the deadline',
      { ...one, required: 3, enough: 3 },
      [100, 200, 501],
      'deadline@500 2',
    ],
    [
      'ends in the middle of a fetch with more than enough',
      { ...one, required: 2, enough: 2 },
      [100, 100, 100],
      'enough@100 2',
    ],
    ['goes on for the settle time', { ...one, atMost: 1, settleMs: 300 }, [100], 'enough@400 1'],
    [
      'fails at once when one too many comes while settling',
      { ...one, atMost: 1, settleMs: 300 },
      [100, 399],
      'too-many@399 2',
    ],
    [
      'takes one too many at the very end of settling',
      { ...one, atMost: 1, settleMs: 300 },
      [100, 400],
      'too-many@400 2',
    ],
    [
      'does not see one too many after settling',
      { ...one, atMost: 1, settleMs: 300 },
      [100, 401],
      'enough@400 1',
    ],
    ['never lets the deadline judge settling', { ...one, atMost: 1, settleMs: 300 }, [450], 'enough@750 1'],
    ['asserts silence', { required: 0, atMost: 0, settleMs: 300, closesAtMs: 1000 }, [], 'closed@1000 0'],
    [
      'breaks silence at the first record',
      { required: 0, atMost: 0, settleMs: 300, closesAtMs: 1000 },
      [700],
      'too-many@700 1',
    ],
    [
      'is silent although a record came after the window',
      { required: 0, atMost: 0, settleMs: 0, closesAtMs: 1000 },
      [1001],
      'closed@1000 0',
    ],
    [
      'closes a window with enough in it',
      { required: 2, settleMs: 0, closesAtMs: 1000 },
      [10, 20, 30],
      'closed@1000 3',
    ],
    [
      'finds too few when the window closes',
      { required: 2, settleMs: 0, closesAtMs: 1000 },
      [10],
      'too-few@1000 1',
    ],
    [
      'fails at the deadline although the window is open',
      { required: 2, settleMs: 0, closesAtMs: 1000, deadlineAtMs: 500 },
      [10],
      'deadline@500 1',
    ],
    [
      'goes on to the end of the window once the deadline is met',
      { required: 1, settleMs: 0, closesAtMs: 1000, deadlineAtMs: 500 },
      [10],
      'closed@1000 1',
    ],
    [
      'stops at enough before the window closes',
      { required: 2, enough: 2, settleMs: 0, closesAtMs: 1000 },
      [10, 20],
      'enough@20 2',
    ],
    [
      'closes at the deadline when more than the required ones were welcome',
      { required: 1, enough: 5, settleMs: 300, deadlineAtMs: 500, closesAtDeadline: true },
      [10, 20],
      'closed@500 2',
    ],
    [
      'fails at the deadline when fewer than the required ones came',
      { required: 2, enough: 5, settleMs: 300, deadlineAtMs: 500, closesAtDeadline: true },
      [10],
      'deadline@500 1',
    ],
    ['waits without an end when there is no limit', { required: 1, enough: 1, settleMs: 0 }, [], 'open 0'],
  ])('%s', (_name, rules, arrivals, expected) => {
    expect(play(rules, arrivals)).toBe(expected);
  });

  it('ends at the end offsets, by what it has then', () => {
    const enough = new ConsumeWindow({ required: 1, settleMs: 0, deadlineAtMs: 500 });
    enough.offer(10);
    enough.reachEnd(10);
    expect(enough.end).toEqual({ why: 'closed', atMs: 10 });
    const tooFew = new ConsumeWindow({ required: 1, settleMs: 0, deadlineAtMs: 500 });
    tooFew.reachEnd(10);
    expect(tooFew.end).toEqual({ why: 'too-few', atMs: 10 });
  });

  it('counts from the moment of another task once that has come', () => {
    const window = new ConsumeWindow({ required: 1, enough: 1, settleMs: 0 });
    expect(window.nextMomentMs).toBeUndefined();
    window.setDeadline(700);
    expect(window.nextMomentMs).toBe(700);
    expect(window.offer(701)).toBe(false);
    expect(window.end).toEqual({ why: 'deadline', atMs: 700 });
  });

  it('fails on a record that cannot be read, unless it had ended before', () => {
    const window = new ConsumeWindow(one);
    window.offerUndecodable(100);
    expect(window.end).toEqual({ why: 'undecodable', atMs: 100 });
    const late = new ConsumeWindow(one);
    late.offerUndecodable(501);
    expect(late.end).toEqual({ why: 'deadline', atMs: 500 });
  });

  it('counts nothing after its end', () => {
    const window = new ConsumeWindow(one);
    window.offer(1);
    expect(window.offer(2)).toBe(false);
    expect(window.matched).toBe(1);
  });
});
