import { describe, expect, it, vi } from 'vitest';
import { type Clock, systemClock } from '../../../src/base/clock.ts';
import { RunError } from '../../../src/base/errors.ts';
import { freePorts } from '../../support/free-ports.ts';
import { createServices, isRunning, pidsIn, program } from '../../support/services.ts';

const never = new AbortController().signal;

/** The error that the start of services ends with. */
async function failureOf(configs: Readonly<Record<string, unknown>>): Promise<RunError> {
  await using under = await createServices(configs);
  const cause = await under.services.startAll(never).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (cause instanceof RunError) return cause;
  throw new Error(`not a RunError: ${String(cause)}`);
}

describe('a service that is a process', () => {
  it('gets its folder, its arguments, its environment and the inherited one', async () => {
    await using under = await createServices({
      one: {
        command: program('prints-environment.js', '"two words"', 'more'),
        cwd: '..',
        env: { GREETING: 'hello ' },
        ready: { log: '/greeting/' },
      },
    });
    await under.services.startAll(never);
    expect(JSON.parse(under.linesOf('one')[0] ?? '')).toEqual({
      cwd: expect.stringMatching(/support$/),
      args: ['two words', 'more'],
      greeting: 'hello ',
      inherited: 'yes',
    });
  });

  it('may use what a shell offers', async () => {
    await using under = await createServices({
      one: { command: 'echo "from $INHERITED" && sleep 60', ready: { log: 'from yes' } },
    });
    await under.services.startAll(never);
    expect(under.linesOf('one')).toEqual(['from yes']);
  });

  it('is told of by events: started, logged, ready, and ended as expected', async () => {
    const under = await createServices({
      one: { command: program('never-ready.js'), ready: { log: '/loading/' } },
    });
    await under.services.startAll(never);
    await under[Symbol.asyncDispose]();
    expect(under.events).toEqual([
      { type: 'service-started', service: 'one', pid: expect.any(Number) },
      { type: 'service-logged', service: 'one', stream: 'stdout', line: 'still loading' },
      {
        type: 'service-ready',
        service: 'one',
        tookMs: expect.any(Number),
        probe: 'a line matches /loading/',
      },
      { type: 'service-exited', service: 'one', code: null, signal: 'SIGTERM', expected: true },
    ]);
  });

  it('leaves no timer once it has ended, for which the process of the tool would wait', async () => {
    const pending = new Set<Disposable>();
    const clock: Clock = {
      ...systemClock,
      at(atMs, action) {
        const timer = systemClock.at(atMs, () => {
          pending.delete(held);
          action();
        });
        const held = {
          [Symbol.dispose]() {
            timer[Symbol.dispose]();
            pending.delete(held);
          },
        };
        pending.add(held);
        return held;
      },
    };
    const under = await createServices(
      { one: { command: program('never-ready.js'), ready: { log: '/loading/' } } },
      { clock },
    );
    await under.services.startAll(never);
    await under[Symbol.asyncDispose]();
    expect(pending.size).toBe(0);
  });

  it('fails the run at once when it exits early, with its last 20 lines', async () => {
    const error = await failureOf({ one: { command: program('exits-early.js'), ready: { log: '/never/' } } });
    expect(error.code).toBe('SERVICE_EXITED');
    expect(error.message).toBe('service "one" exited with code 3');
    expect(error.detail).toHaveLength(20);
    expect(error.detail[0]).toBe('line 11');
    expect(error.detail.at(-1)).toBe('line 30');
  });

  it('fails the run when it is not ready in time, with what was waited for and its last lines', async () => {
    const error = await failureOf({
      one: { command: program('never-ready.js'), ready: { log: '/listening/', timeout: '700ms' } },
    });
    expect(error.code).toBe('SERVICE_NOT_READY');
    expect(error.message).toBe(
      'service "one" was not ready within 700ms: waited until a line matches /listening/, but no line matched',
    );
    expect(error.detail).toEqual(['still loading']);
    expect(error.hint).toContain('services.one.ready.timeout');
  });

  it('fails the run when there is no such program, or no such folder', async () => {
    const program = await failureOf({ one: { command: 'no-such-program --flag' } });
    expect(program.code).toBe('SERVICE_NOT_STARTED');
    expect(program.message).toBe('service "one" could not be started: there is no program "no-such-program"');
    const folder = await failureOf({ one: { command: 'sleep 60', cwd: 'no-such-folder' } });
    expect(folder.code).toBe('SERVICE_NOT_STARTED');
    expect(folder.message).toMatch(/there is no folder ".*no-such-folder"/);
  });

  it('aborts the signal of the services when it is killed later', async () => {
    await using under = await createServices({ one: { command: program('never-ready.js') } });
    await under.services.startAll(never);
    const started = under.events.find((event) => event.type === 'service-started');
    process.kill(started?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(under.services.signal.aborted).toBe(true), 10_000);
    expect(under.services.signal.reason.message).toBe('service "one" was ended by SIGKILL');
  });

  it('is not started when something else listens on its port', async () => {
    const [port = 0] = await freePorts(1);
    const http = { command: program('http-server.js'), env: { PORT: port }, ready: { port } };
    await using _other = await startOne(http);
    const error = await failureOf({ one: http });
    expect(error.code).toBe('SERVICE_NOT_STARTED');
    expect(error.message).toContain(`another program listens on its port ${port}`);
  });
});

describe('readiness', () => {
  it('by port and by HTTP, which is asked until it answers as expected', async () => {
    const [first = 0, second = 0] = await freePorts(2);
    await using under = await createServices({
      port: { command: program('http-server.js'), env: { PORT: first }, ready: { port: first } },
      http: {
        command: program('http-server.js'),
        env: { PORT: second },
        ready: { http: { url: `http://127.0.0.1:${second}/health`, status: 204 } },
      },
    });
    await under.services.startAll(never);
    expect(readyTitles(under.events).toSorted()).toEqual([
      `http://127.0.0.1:${second}/health answers 204`,
      `port ${first} is open`,
    ]);
  });

  it('by a command that succeeds', async () => {
    await using under = await createServices({
      one: { command: program('never-ready.js'), ready: { exec: 'test "$INHERITED" = yes' } },
    });
    await under.services.startAll(never);
    const error = await failureOf({
      one: { command: program('never-ready.js'), ready: { exec: 'echo not yet; exit 4', timeout: '300ms' } },
    });
    expect(error.message).toContain('but it ends with code 4 (not yet)');
  });

  it('by a consumer group that is stable and has partitions', async () => {
    await using under = await createServices({
      one: { command: program('never-ready.js'), ready: { group: 'g', timeout: '60s' } },
    });
    const starting = under.services.startAll(never);
    const member = { clientId: 'c', host: 'h', assignments: [{ topic: 't', partitions: [0] }] };
    const states = [
      { state: 'PreparingRebalance', members: [member] },
      { state: 'Stable', members: [{ ...member, assignments: [] }] },
    ];
    for (const group of states) {
      under.kafka.groups.splice(0, 1, { id: 'g', committed: [], ...group });
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(readyTitles(under.events)).toEqual([]);
    }
    under.kafka.groups.splice(0, 1, { id: 'g', committed: [], state: 'Stable', members: [member] });
    await starting;
    expect(readyTitles(under.events)).toEqual(['group "g" is stable']);
  });

  it('by a line that is not whole yet, whatever its colour', async () => {
    const under = await createServices({
      one: { command: program('prints-without-newline.js'), ready: { log: '/^ready>/' } },
    });
    await under.services.startAll(never);
    expect(under.linesOf('one')).toEqual([]);
    await under[Symbol.asyncDispose]();
    expect(under.linesOf('one')).toEqual(['\u001b[32mready\u001b[0m> bye']);
  });

  it('comes after that of the services it depends on; the others start at the same time', async () => {
    await using under = await createServices({
      web: { command: program('never-ready.js'), dependsOn: ['api', 'db'] },
      api: { command: program('never-ready.js'), ready: { log: '/loading/' }, dependsOn: ['db'] },
      db: { command: program('never-ready.js'), ready: { log: '/loading/' } },
      aside: { command: program('never-ready.js') },
    });
    await under.services.startAll(never);
    const order = under.events.flatMap((event) =>
      event.type === 'service-started' || event.type === 'service-ready'
        ? [`${event.service} ${event.type.slice('service-'.length)}`]
        : [],
    );
    expect(order.indexOf('db ready')).toBeLessThan(order.indexOf('api started'));
    expect(order.indexOf('api ready')).toBeLessThan(order.indexOf('web started'));
    expect(order.indexOf('aside started')).toBeLessThan(order.indexOf('db ready'));
  });
});

describe('the output of a service', () => {
  it('comes whole however much it is, in lines that are not too long, with U+FFFD for what is no UTF-8', async () => {
    await using under = await createServices({
      one: { command: program('floods.js'), ready: { log: '/^done$/' } },
    });
    await under.services.startAll(never);
    const lines = under.linesOf('one');
    expect(lines.filter((line) => line.startsWith('line '))).toHaveLength(50_000);
    const pieces = lines.filter((line) => line.includes('y')).map((line) => line.replaceAll('…', ''));
    expect(pieces.join('')).toBe('y'.repeat(1_000_000));
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(16_384);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(16_386); // a mark at either end
    expect(lines.at(-2)).toBe('f\uFFFD\uFFFDg');
  });
});

describe('disturbing a service', () => {
  it('pauses and resumes it, kills it and starts it again, and none of it fails the run', async () => {
    const [port = 0] = await freePorts(1);
    const config = { command: program('http-server.js'), env: { PORT: port }, ready: { port } };
    await using under = await createServices({ one: config });
    const { services } = under;
    await services.startAll(never);
    await services.pause('one');
    await expect(statusAt(port, 300)).rejects.toThrow();
    await services.resume('one');
    expect(await statusAt(port, 10_000)).toBe(503);
    await services.kill('one');
    await expect(statusAt(port, 10_000)).rejects.toThrow();
    await services.start('one', never);
    await services.restart('one', never);
    expect(await statusAt(port, 10_000)).toBe(503);
    expect(services.signal.aborted).toBe(false);
    const ends = under.events.flatMap((event) => (event.type === 'service-exited' ? [event.signal] : []));
    expect(ends).toEqual(['SIGKILL', 'SIGTERM']);
  });

  it('says which service there is not, which runs already, and which does not run', async () => {
    await using under = await createServices({ one: { command: program('never-ready.js') } });
    const { services } = under;
    await expect(async () => services.pause('two')).rejects.toThrow('there is no service "two"');
    await expect(async () => services.pause('one')).rejects.toThrow('service "one" does not run');
    await services.startAll(never);
    await expect(async () => services.start('one', never)).rejects.toThrow('service "one" runs already');
  });
});

describe('stopping a service', () => {
  it('kills it when it does not end within its grace', async () => {
    const under = await createServices({
      one: { command: program('ignores-sigterm.js'), ready: { log: 'ready' }, grace: '200ms' },
    });
    await under.services.startAll(never);
    await under[Symbol.asyncDispose]();
    expect(under.events.at(-1)).toMatchObject({ type: 'service-exited', signal: 'SIGKILL', expected: true });
    expect(under.linesOf('one')).toEqual(['ready', 'no']);
  });

  it.for(['grandchildren.js', 'double-fork.js'])('ends all that %s has started', async (name) => {
    const under = await createServices({
      one: { command: program(name), ready: { log: '/^pids/' }, grace: '200ms' },
    });
    await under.services.startAll(never);
    const pids = pidsIn(under.linesOf('one'));
    expect(pids.length).toBeGreaterThan(1);
    expect(pids.filter(isRunning)).toEqual(pids);
    await under[Symbol.asyncDispose]();
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('stops those that depend on it first', async () => {
    const under = await createServices({
      api: { command: program('never-ready.js'), dependsOn: ['db'] },
      db: { command: program('never-ready.js') },
    });
    await under.services.startAll(never);
    await under[Symbol.asyncDispose]();
    const ended = under.events.flatMap((event) => (event.type === 'service-exited' ? [event.service] : []));
    expect(ended).toEqual(['api', 'db']);
  });

  it('also when the start is cancelled', async () => {
    const cancel = new AbortController();
    const under = await createServices({
      one: { command: program('never-ready.js'), ready: { log: '/never/' } },
    });
    const starting = under.services.startAll(cancel.signal);
    await vi.waitFor(() => expect(under.linesOf('one')).toEqual(['still loading']), 10_000);
    cancel.abort(new Error('cancelled'));
    await expect(starting).rejects.toThrow('cancelled');
    await under[Symbol.asyncDispose]();
    const started = under.events.find((event) => event.type === 'service-started');
    expect(isRunning(started?.pid ?? 0)).toBe(false);
  });
});

async function startOne(config: unknown): Promise<AsyncDisposable> {
  const under = await createServices({ other: config });
  await under.services.startAll(never);
  return under;
}

async function statusAt(port: number, timeoutMs: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(timeoutMs) });
  return response.status;
}

function readyTitles(events: readonly { readonly type: string; readonly probe?: string }[]): string[] {
  return events.flatMap((event) => (event.type === 'service-ready' ? [event.probe ?? ''] : []));
}
