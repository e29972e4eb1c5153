import { expect, test } from 'vitest';
import { mergeRuns } from '../../../src/model/merge-runs.ts';
import { runResult } from '../../../src/model/run-result.ts';
import { foldEvents, readGoldenEvents } from '../../support/golden-runs.ts';

const passed = foldEvents(readGoldenEvents('retail-passed'));
const failed = foldEvents(readGoldenEvents('check-failed'));
const broken = foldEvents(readGoldenEvents('service-exited'));

test('one run is itself', () => {
  expect(mergeRuns([passed])).toEqual(passed);
});

test('shards become one run, with the worst status of all and every scenario in the order of its file', () => {
  const merged = mergeRuns([passed, failed]);
  expect(runResult.parse(merged)).toEqual(merged);
  expect(merged).toMatchObject({ status: 'failed', exitCode: 1, counts: { total: 3, passed: 2, failed: 1 } });
  expect(merged.scenarios.map(({ file }) => file)).toEqual([
    'scenarios/orders/orders.yaml',
    'scenarios/orders/orders.yaml',
    'scenarios/retail/retail.yaml',
  ]);
  expect(mergeRuns([passed, broken, failed])).toMatchObject({
    status: 'error',
    exitCode: 3,
    message: broken.message,
  });
});

test('a scenario that two shards report counts once, with what is worse', () => {
  const slow = foldEvents(readGoldenEvents('slow-promotions'));
  expect(mergeRuns([passed, slow])).toMatchObject({ counts: { total: 1, failed: 1 } });
});

test('times count from the first start to the last end', () => {
  const later = { ...failed, startedAt: new Date(Date.parse(passed.startedAt) + 5000).toISOString() };
  const merged = mergeRuns([later, passed]);
  expect(merged.startedAt).toBe(passed.startedAt);
  expect(merged.durationMs).toBe(5000 + later.durationMs);
  const [first] = later.scenarios;
  expect(merged.scenarios[0]?.startedAtMs).toBe((first?.startedAtMs ?? 0) + 5000);
});
