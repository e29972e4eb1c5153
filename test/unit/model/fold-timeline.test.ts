import { describe, expect, it } from 'vitest';
import { createTimelineFold } from '../../../src/model/fold-timeline.ts';
import type { RunEventDraft, RunEventOf } from '../../../src/model/run-event.ts';
import type { Timeline } from '../../../src/model/timeline.ts';

const span = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
const started: RunEventOf<'scenario-started'> = {
  type: 'scenario-started',
  seq: 0,
  atMs: 90,
  scenario: 's1',
  suite: 'retail',
  name: 'upsell',
  tags: [],
  iteration: 0,
  attempt: 1,
  span,
  tasks: [
    { id: 'view', name: 'Page view', kind: 'produce', after: [], topics: ['views'] },
    { id: 'enriched', name: 'Enriched', kind: 'consume', after: ['view'], topics: ['enriched'] },
    { id: 'upsell', name: 'Upsell', kind: 'consume', after: ['enriched'], topics: ['upsell'] },
  ],
};

function recordAt(topic: string, momentMs: number) {
  return { topic, partition: 0, offset: 4, timestamp: 0, key: null, value: 1, headers: [], momentMs };
}

function foldAt(...events: readonly (readonly [atMs: number, RunEventDraft])[]): Timeline {
  const fold = createTimelineFold(started);
  for (const [seq, [atMs, event]] of events.entries()) fold.on({ ...event, seq, atMs } as never); // a draft with its stamp
  return fold.result();
}

const ofTask = (task: string) => ({ scenario: 's1', task });
const consumed = { awaited: 1, matched: 1, read: 1, filtered: 0, undecodable: 0, elapsedMs: 0 };
const toTheSecond: readonly (readonly [number, RunEventDraft])[] = [
  [91, { type: 'task-started', ...ofTask('view') }],
  [101, { type: 'record-produced', ...ofTask('view'), record: recordAt('views', 100) }],
  [102, { type: 'task-finished', ...ofTask('view'), status: 'passed', durationMs: 11 }],
  [
    115,
    { type: 'service-logged', service: 'user-service', stream: 'stdout', line: 'page view of user 12345' },
  ],
  [140, { type: 'record-consumed', ...ofTask('enriched'), record: recordAt('enriched', 134.2) }],
  [
    141,
    {
      type: 'task-finished',
      ...ofTask('enriched'),
      status: 'passed',
      durationMs: 40,
      consume: consumed,
    },
  ],
];

describe('the timeline of a scenario', () => {
  it('orders tasks, topics and services by the time since the trigger', () => {
    const { triggerAtMs, entries } = foldAt(...toTheSecond);
    expect(triggerAtMs).toBe(100);
    expect(entries.map(({ atMs, lane, name, what }) => `${atMs} ${lane} ${name}: ${what}`)).toEqual([
      '-9 task Page view: started',
      '0 topic views: record 0@4 was produced by view',
      '2 task Page view: passed',
      '15 service user-service: page view of user 12345',
      '34.2 topic enriched: record 0@4 arrived at enriched',
      '41 task Enriched: passed',
    ]);
  });

  it('marks which hop took how much of the way', () => {
    const started = [142, { type: 'task-started', ...ofTask('upsell') }] as const;
    const { criticalPath } = foldAt(...toTheSecond, started, [
      900,
      {
        type: 'task-finished',
        ...ofTask('upsell'),
        status: 'failed',
        durationMs: 500,
        consume: {
          ...consumed,
          matched: 0,
          late: { latencyMs: 565.8, byMs: 65.8, record: recordAt('upsell', 700) },
        },
      },
    ]);
    expect(criticalPath).toEqual([
      { task: 'enriched', topics: ['enriched'], fromMs: 0, tookMs: 34.2, share: 0.06, reached: true },
      { task: 'upsell', topics: ['upsell'], fromMs: 34.2, tookMs: 565.8, share: 0.94, reached: true },
    ]);
  });

  it('ends the path where something was waited for in vain', () => {
    const started = [142, { type: 'task-started', ...ofTask('upsell') }] as const;
    const { criticalPath } = foldAt(...toTheSecond, started, [
      1641,
      {
        type: 'task-finished',
        ...ofTask('upsell'),
        status: 'failed',
        durationMs: 500,
        consume: { ...consumed, matched: 0 },
      },
    ]);
    expect(criticalPath.at(-1)).toMatchObject({ task: 'upsell', tookMs: 507.8, reached: false });
  });

  it('shows the spans of services, with their length and their error', () => {
    const { entries } = foldAt([
      400,
      {
        type: 'span-received',
        span: {
          traceId: 'a',
          spanId: 'b',
          linkedTraceIds: [],
          name: 'find a promotion',
          service: 'promotions',
          startedAtMs: 200,
          endedAtMs: 390,
          error: 'no such table',
        },
      },
    ]);
    expect(entries).toEqual([
      {
        atMs: 110,
        untilMs: 300,
        lane: 'trace',
        name: 'promotions',
        what: 'find a promotion, failed: no such table',
      },
    ]);
  });

  it('is not flooded by the log of a service', () => {
    const line = { type: 'service-logged', service: 'noisy', stream: 'stdout', line: 'x' } as const;
    const { entries } = foldAt(...Array.from({ length: 1000 }, (_, index) => [index, line] as const));
    expect(entries).toHaveLength(40);
  });
});
