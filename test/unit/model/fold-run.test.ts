import { describe, expect, test } from 'vitest';
import { RECORDS_PER_TASK } from '../../../src/model/fold-task.ts';
import type { RunEvent, RunEventOf } from '../../../src/model/run-event.ts';
import { foldEvents, readGoldenEvents } from '../../support/golden-runs.ts';

const retail = readGoldenEvents('retail-passed');
const started = retail.find((event) => event.type === 'scenario-started') as RunEventOf<'scenario-started'>;
const runStarted = retail[0] as RunEventOf<'run-started'>;
const stamp = { seq: 0, atMs: 900 };

describe('a scenario that is tried again', () => {
  const second: RunEvent = { ...started, scenario: 'retail#2', attempt: 2, atMs: 900 };
  const finish = (scenario: string, status: 'passed' | 'failed'): RunEvent => ({
    type: 'scenario-finished',
    seq: 0,
    atMs: 950,
    scenario,
    status,
    durationMs: 50,
  });
  const first: RunEvent[] = [runStarted, started, finish(started.scenario, 'failed')];

  test('is one scenario, flaky when the last attempt passed', () => {
    const { scenarios, counts } = foldEvents([...first, second, finish('retail#2', 'passed')]);
    expect(scenarios).toMatchObject([{ status: 'flaky', attempts: 2, startedAtMs: 900, durationMs: 50 }]);
    expect(counts).toMatchObject({ total: 1, flaky: 1, passed: 0, failed: 0 });
  });

  test('is failed when the last attempt failed', () => {
    const { scenarios } = foldEvents([...first, second, finish('retail#2', 'failed')]);
    expect(scenarios).toMatchObject([{ status: 'failed', attempts: 2 }]);
  });

  test('is cancelled when the last attempt has not finished', () => {
    expect(foldEvents([...first, second]).scenarios).toMatchObject([{ status: 'cancelled', attempts: 2 }]);
  });
});

describe('the scenarios of a run', () => {
  const place = (file: string, line: number, iteration: number) => ({
    ...started,
    ...{ name: `${file}:${line}`, iteration, scenario: `${file}:${line}:${iteration}` },
    span: { ...started.span, file, line },
  });

  test('are in the order of files, lines and iterations, whatever started first', () => {
    const events = [
      place('b.yaml', 1, 0),
      place('a.yaml', 20, 0),
      place('a.yaml', 3, 1),
      place('a.yaml', 3, 0),
    ];
    const { scenarios } = foldEvents([runStarted, ...events]);
    const order = scenarios.map(({ name, iteration }) => `${name}#${iteration}`);
    expect(order).toEqual(
      ['a.yaml:3#0', 'a.yaml:3#1', 'a.yaml:20#0', 'b.yaml:1#0', 'scenarios/retail/retail.yaml:1#0'].map(
        (name) => name.replace('scenarios/retail/retail.yaml:1', runStarted.scenarios[0]?.name ?? ''),
      ),
    );
  });

  test('that never started are skipped when the run ended, and cancelled when it was cancelled or has not ended', () => {
    const end = (status: 'failed' | 'cancelled'): RunEvent =>
      ({
        ...{
          type: 'run-finished',
          ...stamp,
          status,
          exitCode: status === 'failed' ? 1 : 130,
          durationMs: 900,
        },
      }) as RunEvent;
    const statusOf = (events: RunEvent[]) => foldEvents([runStarted, ...events]).scenarios[0]?.status;
    expect([statusOf([end('failed')]), statusOf([end('cancelled')]), statusOf([])]).toEqual([
      'skipped',
      'cancelled',
      'cancelled',
    ]);
  });
});

describe('a task', () => {
  const record = { topic: 't', partition: 0, offset: 0, timestamp: 1, key: null, value: null, headers: [] };
  const consumed = (index: number): RunEvent => ({
    type: 'record-consumed',
    ...stamp,
    scenario: started.scenario,
    task: 'check-upsell',
    record: { ...record, offset: index, latencyMs: 100 - index },
  });
  const upsell = (events: RunEvent[]) => foldEvents([runStarted, started, ...events]).scenarios[0]?.tasks[2];

  test('keeps its first records, and counts and measures all', () => {
    const task = upsell(Array.from({ length: 100 }, (_, index) => consumed(index)));
    expect(task?.records.map(({ offset }) => offset)).toEqual(
      Array.from({ length: RECORDS_PER_TASK }, (_, index) => index),
    );
    expect(task?.recordCount).toBe(100);
    expect(task?.latencyMs).toEqual({ count: 100, p50: 50, p95: 95, max: 100 });
  });

  test('that has started and not finished is cancelled, with the time it had', () => {
    const task = upsell([
      {
        type: 'task-started',
        seq: 0,
        atMs: 762,
        scenario: started.scenario,
        task: 'check-upsell',
        deadlineMs: 1262,
      },
      { type: 'warning-given', seq: 0, atMs: 900, message: 'time goes by' },
    ]);
    expect(task).toMatchObject({ status: 'cancelled', startedAtMs: 762, deadlineMs: 1262, durationMs: 138 });
  });

  test('that never started is cancelled while its scenario runs, and skipped when that has finished', () => {
    const finish: RunEvent = {
      type: 'scenario-finished',
      ...stamp,
      scenario: started.scenario,
      status: 'failed',
      durationMs: 1,
    };
    expect([upsell([])?.status, upsell([finish])?.status]).toEqual(['cancelled', 'skipped']);
  });

  test('that failed points at what failed in it', () => {
    const [scenario] = foldEvents(readGoldenEvents('slow-promotions')).scenarios;
    expect(scenario?.tasks[2]?.span).toMatchObject({ line: 29, column: 15 });
    expect(scenario?.diagnosis).toEqual(scenario?.tasks[2]?.diagnosis);
  });
});

describe('a service', () => {
  test('keeps its last twenty lines and how it ended', () => {
    const lines = Array.from(
      { length: 25 },
      (_, index): RunEvent => ({
        type: 'service-logged',
        ...stamp,
        service: 'user-service',
        stream: 'stdout',
        line: `line ${index}`,
      }),
    );
    const exited: RunEvent = {
      type: 'service-exited',
      ...stamp,
      service: 'user-service',
      code: 1,
      signal: null,
      expected: false,
    };
    const { services } = foldEvents([...retail.slice(0, 5), ...lines, exited]).environment;
    expect(services[0]).toMatchObject({ name: 'user-service', status: 'exited', exitCode: 1 });
    expect(services[0]?.lastLines).toEqual(Array.from({ length: 20 }, (_, index) => `line ${index + 5}`));
  });
});

test('a run that failed without an end is an error', () => {
  const failure: RunEvent = { type: 'run-failed', ...stamp, message: 'no broker', detail: ['refused'] };
  expect(foldEvents([runStarted, failure])).toMatchObject({
    status: 'error',
    exitCode: 3,
    message: 'no broker',
    detail: ['refused'],
  });
});

test('folding changes no event', () => {
  const before = structuredClone(retail);
  foldEvents(retail);
  expect(retail).toEqual(before);
});
