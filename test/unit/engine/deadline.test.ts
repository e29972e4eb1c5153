import { describe, expect, it } from 'vitest';
import { settle } from '../../support/fake-clock.ts';
import { play } from '../../support/scenario-run.ts';

const TIMEOUT = 'Consumer reached the Timeout fail condition';
const oneConsumer = { tasks: { wait: { consume: { topic: 'out', fail: { after: '500ms' } } } } };
const produceThenConsume = {
  tasks: {
    send: { produce: { topic: 'in', value: { id: 1 } } },
    wait: { consume: { topic: 'out', fail: { after: '500ms' } } },
  },
};

/** Moves time in small steps, so that what waits for jq's thread gets there in between. */
async function pass(
  clock: { moveTo(atMs: number): Promise<void> },
  ...moments: readonly number[]
): Promise<void> {
  for (const moment of moments) await clock.moveTo(moment);
}

describe('a deadline', () => {
  it('is met by a record that arrives before it, and its latency is that of the arrival', async () => {
    const { clock, kafka, finished, events, done } = play(oneConsumer, { out: [5] });
    await pass(clock, 40);
    kafka.arrive('out', { value: { id: 1 } });
    await done;
    expect(finished('wait')).toMatchObject({ status: 'passed' });
    expect(events.find((event) => event.type === 'record-consumed')).toMatchObject({
      record: { offset: 5, latencyMs: 40 },
    });
  });

  it('is met by a record that arrived before the task started, but after the scenario did', async () => {
    const { clock, kafka, finished, done } = play(
      {
        tasks: {
          ...produceThenConsume.tasks,
          wait: { ...produceThenConsume.tasks.wait, after: { task: 'send', delay: '2s' } },
        },
      },
      { in: [0], out: [0] },
    );
    await pass(clock, 100);
    kafka.arrive('out', { value: 'early' });
    await pass(clock, 2100);
    await done;
    expect(finished('wait')).toMatchObject({ status: 'passed', consume: { matched: 1 } });
  });

  it('is met by a record that was read in the turn of the event loop right after it', async () => {
    const { clock, kafka, finished, done } = play(oneConsumer, { out: [0] });
    await pass(clock, 100);
    clock.arriving.push(() => kafka.arrive('out', { value: 'x' }));
    await clock.stallUntil(530);
    await done;
    expect(finished('wait')).toMatchObject({ status: 'passed', consume: { matched: 1 } });
  });

  it('is missed by a record just after it, and the verdict says by how much', async () => {
    const { clock, kafka, finished, done } = play(oneConsumer, { out: [0] });
    await pass(clock, 500, 512);
    kafka.arrive('out', { value: 'x' });
    await done;
    expect(finished('wait')).toMatchObject({
      status: 'failed',
      message: TIMEOUT,
      consume: { matched: 0, limitMs: 500, elapsedMs: 500, late: { latencyMs: 512, byMs: 12 } },
    });
    expect(finished('wait')?.detail).toContain('it came after 512 ms, 12 ms late: out[0]@0');
  });

  it('is missed when nothing comes, after a grace period that changes nothing', async () => {
    const { clock, finished, verdicts, done } = play(oneConsumer, { out: [0] });
    await pass(clock, 500, 1499);
    expect(finished('wait')).toBeUndefined();
    await pass(clock, 1500);
    await done;
    expect(verdicts()).toEqual([`wait: failed ${TIMEOUT}`, `= failed ${TIMEOUT}`]);
  });

  it('is judged by matching records only, found among others', async () => {
    const { clock, kafka, finished, done } = play(
      {
        tasks: {
          wait: { consume: { topic: 'out', where: ['.record.value.id == 7'], fail: { after: '500ms' } } },
        },
      },
      { out: [0] },
    );
    await pass(clock, 10);
    kafka.arrive('out', { value: { id: 1 } }, { value: { id: 7 } }, { value: { id: 8 } });
    await done;
    expect(finished('wait')).toMatchObject({
      status: 'passed',
      consume: { read: 3, matched: 1, filtered: 2 },
    });
  });

  it('counts over partitions, each fetch at its own moment', async () => {
    const { clock, kafka, finished, done } = play(
      { tasks: { wait: { consume: { topic: 'out', stop: { records: 3 }, fail: { after: '500ms' } } } } },
      { out: [0, 0] },
    );
    await pass(clock, 100);
    kafka.arrive('out', { partition: 0 }, { partition: 1 });
    await pass(clock, 499);
    kafka.arrive('out', { partition: 1 });
    await done;
    expect(finished('wait')).toMatchObject({ status: 'passed', consume: { matched: 3 } });
  });

  it('is missed when the last awaited record is late, although the others were not', async () => {
    const { clock, kafka, finished, done } = play(
      { tasks: { wait: { consume: { topic: 'out', stop: { records: 2 }, fail: { after: '500ms' } } } } },
      { out: [0, 0] },
    );
    await pass(clock, 100);
    kafka.arrive('out', { partition: 0 });
    await pass(clock, 500, 501);
    kafka.arrive('out', { partition: 1 });
    await done;
    expect(finished('wait')).toMatchObject({
      status: 'failed',
      message: TIMEOUT,
      consume: { matched: 1, awaited: 2 },
    });
  });

  it('is met by a record of a topic that appeared while the task ran', async () => {
    const { clock, kafka, finished, done } = play(oneConsumer, {});
    await pass(clock, 200);
    kafka.addTopic('out');
    kafka.arrive('out', { value: 'x' });
    await done;
    expect(finished('wait')).toMatchObject({ status: 'passed' });
  });

  it('counts from the acknowledgement of another task that ends later', async () => {
    const { clock, kafka, finished, done } = play(
      {
        tasks: {
          first: { consume: { topic: 'go' } },
          send: { produce: { topic: 'in', value: 'x' } },
          wait: { after: 'start', consume: { topic: 'out', fail: { after: '500ms', since: 'send' } } },
        },
      },
      { go: [0], in: [0], out: [0] },
    );
    await pass(clock, 3000);
    kafka.arrive('go', {});
    await pass(clock, 3001, 3450);
    kafka.arrive('out', { value: 'x' });
    await done;
    expect(finished('wait')).toMatchObject({ status: 'passed' });
  });

  it('does not take a record that was there before the scenario', async () => {
    const { clock, finished, done } = play(oneConsumer, { out: [3] });
    await pass(clock, 500, 1500);
    await done;
    expect(finished('wait')).toMatchObject({ status: 'failed', consume: { read: 0 } });
  });
});

describe('silence and counts', () => {
  const silence = {
    tasks: { quiet: { consume: { topic: 'out', stop: { after: '1s' }, expect: { count: 0 } } } },
  };

  it('passes when nothing comes in the window', async () => {
    const { clock, finished, done } = play(silence, { out: [0] });
    await pass(clock, 1000);
    await done;
    expect(finished('quiet')).toMatchObject({ status: 'passed' });
  });

  it('fails at once when something comes', async () => {
    const { clock, kafka, finished, done } = play(silence, { out: [0] });
    await pass(clock, 300);
    kafka.arrive('out', {});
    await done;
    expect(finished('quiet')).toMatchObject({
      status: 'failed',
      message: 'expected exactly 0 matching records, got one more: out[0]@0',
    });
  });

  it('sees one too many while it settles', async () => {
    const { clock, kafka, finished, done } = play(
      { tasks: { one: { consume: { topic: 'out', expect: { count: 1 } } } } },
      { out: [0] },
    );
    await pass(clock, 10);
    kafka.arrive('out', {});
    await pass(clock, 300);
    kafka.arrive('out', {});
    await done;
    expect(finished('one')).toMatchObject({
      status: 'failed',
      message: 'expected exactly 1 matching records, got one more: out[0]@1',
    });
  });

  it('fails with too few when the window closes', async () => {
    const { clock, kafka, finished, done } = play(
      { tasks: { two: { consume: { topic: 'out', stop: { records: 2, after: '1s' } } } } },
      { out: [0] },
    );
    await pass(clock, 10);
    kafka.arrive('out', {});
    await pass(clock, 1000);
    await done;
    expect(finished('two')).toMatchObject({
      status: 'failed',
      message: 'expected 2 records before the window ended, got 1',
    });
  });

  it('never passes a check that no record met', async () => {
    const { clock, finished, events, done } = play(
      {
        tasks: {
          none: {
            consume: { topic: 'out', stop: { after: '1s' }, expect: { count: { max: 3 } } },
            checks: ['.record.value.ok'],
          },
        },
      },
      { out: [0] },
    );
    await pass(clock, 1000);
    await done;
    expect(events.find((event) => event.type === 'check-evaluated')).toMatchObject({
      check: { status: 'notEvaluated' },
    });
    expect(finished('none')).toMatchObject({ status: 'passed' });
  });

  it('fails a topic that never existed', async () => {
    const { clock, finished, done } = play(
      { tasks: { none: { consume: { topic: 'nowhere', stop: { after: '1s' }, expect: { count: 0 } } } } },
      { out: [0] },
    );
    await pass(clock, 1000);
    await done;
    expect(finished('none')).toMatchObject({ status: 'failed', message: 'topic "nowhere" does not exist' });
  });
});

describe('the order of tasks', () => {
  it('runs the next task at the END of the one before, though a check failed', async () => {
    const { clock, kafka, verdicts, done } = play(
      {
        tasks: {
          first: { consume: { topic: 'a' }, checks: [{ jq: '.record.value.plan', expected: 'Free' }] },
          second: { consume: { topic: 'b' } },
        },
      },
      { a: [0], b: [0] },
    );
    await pass(clock, 10);
    kafka.arrive('a', { value: { plan: 'Premium' } });
    kafka.arrive('b', {});
    await done;
    expect(verdicts()).toEqual([
      'first: failed check ".record.value.plan equals Free" failed: expected "Free", got "Premium"',
      'second: passed',
      '= failed check ".record.value.plan equals Free" failed: expected "Free", got "Premium"',
    ]);
  });

  it('skips what waits for a task that could not end, and runs a parallel branch', async () => {
    const { clock, kafka, verdicts, done } = play(
      {
        tasks: {
          slow: { consume: { topic: 'a', fail: { after: '100ms' } } },
          next: { consume: { topic: 'b' } },
          last: { consume: { topic: 'b' } },
          side: { after: 'start', consume: { topic: 'b' } },
        },
      },
      { a: [0], b: [0] },
    );
    await pass(clock, 10);
    kafka.arrive('b', {});
    await pass(clock, 100, 300);
    await done;
    expect(verdicts()).toEqual([
      'side: passed',
      'next: skipped skipped: task "slow" did not end',
      'last: skipped skipped: task "slow" did not end',
      `slow: failed ${TIMEOUT}`,
      `= failed ${TIMEOUT}`,
    ]);
  });

  it('names the tasks that waited when the scenario times out', async () => {
    const { clock, verdicts, done } = play(
      { timeout: '1s', tasks: { wait: { consume: { topic: 'a' } } } },
      { a: [0] },
    );
    await pass(clock, 1000);
    await done;
    expect(verdicts()[0]).toBe(
      'wait: failed the scenario reached its timeout of 1s while this task was waiting',
    );
  });

  it('cancels what waits when the run is cancelled', async () => {
    const { clock, abort, verdicts, done } = play(
      { tasks: { wait: { consume: { topic: 'a' } } } },
      { a: [0] },
    );
    await pass(clock, 10);
    abort.abort();
    await settle();
    await done;
    expect(verdicts()).toEqual([
      'wait: cancelled the run was cancelled',
      '= cancelled the run was cancelled',
    ]);
  });
});
