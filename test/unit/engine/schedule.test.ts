import { describe, expect, it } from 'vitest';
import { type Planned, runScheduled } from '../../../src/engine/schedule.ts';

interface Item extends Planned {
  readonly name: string;
}

const item = (name: string, topics: Planned['topics'] | string[]): Item => ({
  name,
  topics: Array.isArray(topics) ? new Set(topics) : topics,
});

/** Runs items that each end when the test says so; `log` has starts and ends. */
function start(items: readonly Item[], concurrency: number, goesOn = () => true) {
  const log: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const done = runScheduled(items, {
    concurrency,
    goesOn,
    run: async ({ name }) => {
      log.push(`+${name}`);
      const end = Promise.withResolvers<void>();
      ends.set(name, end);
      await end.promise;
      log.push(`-${name}`);
    },
  });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { log, end, done, fail: (name: string, cause: Error) => ends.get(name)?.reject(cause) };
}

describe('scenarios that share a topic', () => {
  it('run one after the other, in their order; others need not wait', async () => {
    const { log, end, done } = start(
      [item('a', ['x']), item('b', ['x', 'y']), item('c', ['y']), item('d', ['z'])],
      4,
    );
    expect(log).toEqual(['+a', '+d']);
    await end('a');
    expect(log.slice(2)).toEqual(['-a', '+b']);
    await end('b');
    expect(log.slice(4)).toEqual(['-b', '+c']);
    await end('c');
    await end('d');
    await done;
  });

  it('run beside anything when they say so, and beside nothing when they use everything', async () => {
    const { log, end, done } = start(
      [item('a', ['x']), item('p', undefined), item('all', 'everything'), item('z', ['z'])],
      4,
    );
    expect(log).toEqual(['+a', '+p']);
    await end('a');
    expect(log.slice(2)).toEqual(['-a', '+all']);
    await end('all');
    await end('z');
    await end('p');
    await done;
  });
});

describe('a schedule', () => {
  it('runs no more at a time than it may', async () => {
    const { log, end, done } = start(
      ['a', 'b', 'c'].map((name) => item(name, [name])),
      2,
    );
    expect(log).toEqual(['+a', '+b']);
    await end('b');
    expect(log).toEqual(['+a', '+b', '-b', '+c']);
    await end('a');
    await end('c');
    await done;
  });

  it('starts no more when it must not go on', async () => {
    let goesOn = true;
    const { log, end, done } = start([item('a', ['x']), item('b', ['x'])], 2, () => goesOn);
    goesOn = false;
    await end('a');
    await done;
    expect(log).toEqual(['+a', '-a']);
  });

  it('rejects with a bug once what runs has ended', async () => {
    const { end, done, fail } = start([item('a', ['x']), item('b', ['y'])], 2);
    const rejected = expect(done).rejects.toThrow('bug');
    fail('a', new TypeError('bug'));
    await end('b');
    await rejected;
  });
});
