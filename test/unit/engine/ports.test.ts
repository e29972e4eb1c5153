import { describe, expect, it } from 'vitest';
import { settle } from '../../support/fake-clock.ts';
import { play } from '../../support/scenario-run.ts';

/** Lets what waits for jq's thread get there: promises settle in between. */
async function rest(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await settle();
}

describe('after', () => {
  it('waits for a delay, also when it counts from the start of the scenario', async () => {
    const { clock, verdicts, events, done } = play(
      { tasks: { a: { wait: 10 }, late: { after: { task: 'start', delay: 300 }, wait: 1 } } },
      {},
    );
    await clock.moveTo(299);
    await rest();
    expect(verdicts()).toEqual(['a: passed']);
    await clock.moveTo(300);
    await rest();
    await clock.moveTo(301);
    await done;
    expect(verdicts()).toEqual(['a: passed', 'late: passed', '= passed']);
    const [started] = events;
    expect(started).toMatchObject({ tasks: [{ after: [] }, { after: [] }] });
  });
});

describe('each', () => {
  it('runs the child for every record, in order, while its parent goes on', async () => {
    const { clock, kafka, verdicts, done } = play(
      {
        tasks: {
          orders: { consume: { topic: 'in', stop: { records: 3 } } },
          answer: {
            each: 'orders',
            produce: { topic: 'out', key: '${{ .record.value.id }}', value: '${{ .index }}' },
          },
        },
      },
      { in: [0], out: [0] },
    );
    await clock.moveTo(10);
    kafka.arrive('in', { value: { id: 'a' } }, { value: { id: 'b' } });
    await rest();
    expect(kafka.produced.map(({ key }) => String(key))).toEqual(['a', 'b']);
    expect(verdicts()).toEqual([]);
    kafka.arrive('in', { value: { id: 'c' } });
    await done;
    expect(kafka.produced.map(({ key, value }) => `${key}=${value}`)).toEqual(['a=0', 'b=1', 'c=2']);
    expect(verdicts()).toEqual(['orders: passed', 'answer: passed', '= passed']);
  });

  it('joins: it runs when each parent has brought a new record', async () => {
    const { clock, kafka, done } = play(
      {
        tasks: {
          left: { after: 'start', consume: { topic: 'left', stop: { records: 3 } } },
          right: { after: 'start', consume: { topic: 'right', stop: { records: 2 } } },
          pair: {
            each: ['left', 'right'],
            produce: { topic: 'out', value: '${{ .source.left.record.value + .source.right.record.value }}' },
          },
        },
      },
      { left: [0], right: [0], out: [0] },
    );
    await clock.moveTo(1);
    kafka.arrive('left', { value: 'l0' }, { value: 'l1' }, { value: 'l2' });
    await rest();
    expect(kafka.produced).toEqual([]);
    kafka.arrive('right', { value: 'r0' }, { value: 'r1' });
    await done;
    expect(kafka.produced.map(({ value }) => String(value))).toEqual(['l0r0', 'l1r1']);
  });

  it('adds the checks of all runs together, and fails with the first that failed', async () => {
    const { clock, kafka, events, verdicts, done } = play(
      {
        tasks: {
          orders: { consume: { topic: 'in', stop: { records: 3 } } },
          answer: {
            each: 'orders',
            produce: { topic: 'out', value: '${{ .record.value.id }}', format: { value: 'json' } },
            checks: ['.record.value < 2'],
          },
        },
      },
      { in: [0], out: [0] },
    );
    await clock.moveTo(1);
    kafka.arrive('in', { value: { id: 1 } }, { value: { id: 2 } }, { value: { id: 3 } });
    await done;
    const check = events.find((event) => event.type === 'check-evaluated');
    expect(check).toMatchObject({ check: { evaluated: 3, failed: 2, actual: 2, record: { offset: 1 } } });
    expect(verdicts().at(-1)).toContain('(2 of 3)');
  });

  it('is skipped, and ends, when its parent brings nothing and may', async () => {
    const { clock, verdicts, done } = play(
      {
        tasks: {
          quiet: { consume: { topic: 'in', stop: { after: '1s' }, expect: { count: 0 } } },
          child: { each: 'quiet', produce: { topic: 'out', value: 1 } },
          next: { produce: { topic: 'out', value: 2 } },
        },
      },
      { in: [0], out: [0] },
    );
    await clock.moveTo(1000);
    await done;
    expect(verdicts()).toEqual([
      'quiet: passed',
      'child: skipped skipped: "quiet" brought nothing to run it for',
      'next: passed',
      '= passed',
    ]);
  });
});

describe('conditions and errors', () => {
  it('skips a task whose "if" does not hold, and goes on', async () => {
    const { verdicts, done } = play(
      {
        variables: { plan: 'Free' },
        tasks: {
          gold: { if: '.variables.plan == "Gold"', produce: { topic: 'out', value: 1 } },
          free: { if: { '.variables.plan': 'Free' }, produce: { topic: 'out', value: 2 } },
        },
      },
      { out: [0] },
    );
    await done;
    expect(verdicts()).toEqual(['gold: skipped skipped: its "if" did not hold', 'free: passed', '= passed']);
  });

  it('goes on after a task that could not end, when it says so; the scenario fails all the same', async () => {
    const { clock, verdicts, done } = play(
      {
        tasks: {
          slow: { continueOnError: true, consume: { topic: 'in', fail: { after: '100ms' } } },
          next: { produce: { topic: 'out', value: 1 } },
        },
      },
      { in: [0], out: [0] },
    );
    await clock.moveTo(100);
    await rest();
    await clock.moveTo(400);
    await done;
    expect(verdicts().map((line) => line.split(' ')[1])).toEqual(['passed', 'failed', 'failed']);
  });

  it('skips a task whose limit counts from one that did not end', async () => {
    const { clock, verdicts, done } = play(
      {
        tasks: {
          first: { consume: { topic: 'none', missing: 'allow', fail: { after: '100ms' } } },
          send: { produce: { topic: 'in', value: 1 } },
          read: { after: 'start', consume: { topic: 'out', fail: { after: '500ms', since: 'send' } } },
        },
      },
      { in: [0], out: [0] },
    );
    await clock.moveTo(100);
    await rest();
    await clock.moveTo(400);
    await done;
    expect(verdicts()).toContain('read: skipped skipped: task "send" did not end');
  });

  it('makes an expression that fails an error of its task, and names it', async () => {
    const { verdicts, done } = play(
      { tasks: { send: { produce: { topic: 'out', value: '${{ .variables.a.b | error("no") }}' } } } },
      { out: [0] },
    );
    await done;
    expect(verdicts()[0]).toBe('send: error the expression "${{ .variables.a.b | error("no") }}" failed: no');
  });
});

describe('a limit that counts from another task', () => {
  it('holds a record to it that came before the moment was known', async () => {
    const { clock, kafka, finished, done } = play(
      {
        tasks: {
          send: { produce: { topic: 'in', value: 1, interval: '50ms', repeat: 2 } },
          read: {
            after: 'start',
            consume: { topic: 'out', stop: { records: 1 }, fail: { after: '10ms', since: 'send' } },
          },
        },
      },
      { in: [0], out: [0] },
    );
    await rest();
    await clock.moveTo(30);
    kafka.arrive('out', { value: 1 });
    await rest();
    expect(finished('read')).toBeUndefined();
    await clock.moveTo(50);
    await done;
    expect(finished('read')).toMatchObject({ status: 'passed' });
  });

  it('holds each record to its own, with `on`', async () => {
    const { clock, kafka, events, finished, done } = play(
      {
        tasks: {
          orders: { produce: { topic: 'in', value: { id: '${{ .index }}' }, interval: '100ms', repeat: 3 } },
          answers: {
            after: 'start',
            consume: {
              topic: 'out',
              stop: { records: 3 },
              fail: { after: '50ms', since: { task: 'orders', on: '.record.value.id' } },
            },
          },
        },
      },
      { in: [0], out: [0] },
    );
    await rest();
    for (const [atMs, id] of [
      [20, 0],
      [130, 1],
      [260, 2],
    ] as const) {
      await clock.moveTo(atMs);
      await rest();
      kafka.arrive('out', { value: { id } });
      await rest();
    }
    await clock.moveTo(400);
    await done;
    const latencies = events.flatMap((event) =>
      event.type === 'record-consumed' ? [event.record.latencyMs] : [],
    );
    expect(latencies).toEqual([20, 30]);
    expect(finished('answers')).toMatchObject({
      status: 'failed',
      message: 'Consumer reached the Timeout fail condition',
    });
  });
});

describe('expectations of the whole', () => {
  it('wait for the sequence, and settle', async () => {
    const { clock, kafka, finished, done } = play(
      {
        tasks: {
          read: {
            consume: {
              topic: 'out',
              expect: { sequence: { of: '.record.value', equals: ['a', 'b'], mode: 'inOrder' } },
            },
          },
        },
      },
      { out: [0] },
    );
    await clock.moveTo(10);
    kafka.arrive('out', { value: 'a' }, { value: 'x' });
    await rest();
    expect(finished('read')).toBeUndefined();
    kafka.arrive('out', { value: 'b' });
    await rest();
    await clock.moveTo(310);
    await done;
    expect(finished('read')).toMatchObject({ status: 'passed', consume: { matched: 3 } });
  });

  it('take a late duplicate for one too many', async () => {
    const { clock, kafka, finished, done } = play(
      { tasks: { read: { consume: { topic: 'out', expect: { unique: '.record.value' } } } } },
      { out: [0] },
    );
    await clock.moveTo(10);
    kafka.arrive('out', { value: 'a' });
    await rest();
    await clock.moveTo(200);
    kafka.arrive('out', { value: 'a' });
    await rest();
    await clock.moveTo(400);
    await done;
    expect(finished('read')?.message).toBe(
      'check "unique: .record.value" failed: "a" came twice: in out[0]@0 and in out[0]@1 (1 of 2)',
    );
  });
});
