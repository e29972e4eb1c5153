import { expect, test } from 'vitest';
import type { AnnotationOptions } from '../../../src/base/annotation.ts';
import type { RunEvent } from '../../../src/model/run-event.ts';
import type { RunResult, ScenarioResult } from '../../../src/model/run-result.ts';
import { annotations } from '../../../src/reporters/annotations.ts';
import { foldEvents, readGoldenEvents } from '../../support/golden-runs.ts';

function annotate(result: RunResult, options: Partial<AnnotationOptions>): string[] {
  let text = '';
  annotations.start({ write: (piece) => (text += piece) }, options).end?.(result);
  return text.split('\n').slice(0, -1);
}

function fileOfLine(line: string): string | undefined {
  return /file=([^,]+)/.exec(line)?.[1];
}

const failed = foldEvents(readGoldenEvents('check-failed'));
const failing = failed.scenarios.filter(({ status }) => status === 'failed');

function withScenarios(scenarios: readonly ScenarioResult[]): RunResult {
  return { ...failed, scenarios: [...scenarios] };
}

test('the first failure of each scenario comes before the second of any', () => {
  const result = withScenarios(
    ['a.yaml', 'b.yaml'].flatMap((file) => failing.map((scenario) => moved(scenario, file))),
  );
  expect(annotate(result, {}).map(fileOfLine)).toEqual([
    ...['a.yaml', 'b.yaml', 'a.yaml', 'b.yaml', 'a.yaml', 'b.yaml', 'a.yaml', 'b.yaml'],
  ]);
});

test('beyond the limit one notice says how many more there are', () => {
  const result = withScenarios(
    Array.from({ length: 4 }, (_, index) =>
      failing.map((scenario) => moved(scenario, `${index}.yaml`)),
    ).flat(),
  );
  const lines = annotate(result, { maxErrors: 10 });
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
  expect(lines.at(-1)).toBe(
    '::notice title=flowproof::6 more failures: the log and the report have them all',
  );
});

test('a file is named as the repository has it, and not at all when it is outside', () => {
  const inside = annotate(failed, { fileOf: (file) => `sub/${file}` });
  expect(inside.map(fileOfLine)).toEqual(Array(4).fill('sub/scenarios/orders/orders.yaml'));
  const outside = annotate(failed, { fileOf: () => undefined });
  expect(outside.every((line) => line.startsWith('::error title='))).toBe(true);
});

test('columns are told only when the place is within one line', () => {
  const [first, second] = annotate(failed, {});
  expect(first).toContain('line=14,col=9,endLine=14,endColumn=49');
  expect(second).toContain('line=20,endLine=22,title');
});

test('a message is at most as long as GitHub keeps, and says so', () => {
  const events: RunEvent[] = readGoldenEvents('slow-promotions').map((event) =>
    event.type === 'task-finished' && event.status === 'failed'
      ? { ...event, detail: Array.from({ length: 200 }, (_, index) => `${index} ${'x'.repeat(50)}`) }
      : event,
  );
  const [line = ''] = annotate(foldEvents(events), { maxCharacters: 4096 });
  const message = decodeURIComponent(line.slice(line.indexOf('::', 2) + 2));
  expect(message.length).toBeLessThanOrEqual(4096);
  expect(message).toMatch(/…$/);
});

test('a scenario that failed as a whole is marked at its first line', () => {
  const scenario = {
    ...failing[0],
    tasks: [],
    message: 'the scenario took longer than 5m',
  } as ScenarioResult;
  expect(annotate(withScenarios([scenario]), {})).toEqual([
    '::error file=scenarios/orders/orders.yaml,line=1,col=1,endLine=1,endColumn=1,title=Orders › An order is confirmed::the scenario took longer than 5m',
  ]);
});

test('a task that misses records too is marked beside its failed checks', () => {
  const scenario = failing[0];
  const tasks = (scenario?.tasks ?? []).map((task) => ({
    ...task,
    ...(task.consume ? { consume: { ...task.consume, awaited: 5, matched: 3 }, message: 'too few' } : {}),
  }));
  const lines = annotate(withScenarios([{ ...(scenario as ScenarioResult), tasks: tasks.slice(1, 2) }]), {});
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('::too few');
});

function moved(scenario: ScenarioResult, file: string): ScenarioResult {
  const tasks = scenario.tasks.map((task) => ({
    ...task,
    ...(task.span ? { span: { ...task.span, file } } : {}),
    checks: task.checks.map((check) => ({
      ...check,
      ...(check.span ? { span: { ...check.span, file } } : {}),
    })),
  }));
  return { ...scenario, file, tasks };
}

test('a message is never cut within a character', () => {
  const scenarios = failing.map((scenario) => ({ ...scenario, message: '🔑'.repeat(100), tasks: [] }));
  for (let maxCharacters = 50; maxCharacters < 54; maxCharacters++) {
    const [line = ''] = annotate(withScenarios(scenarios), { maxCharacters });
    expect(line.isWellFormed()).toBe(true);
    expect(line).toMatch(/🔑…$/u);
  }
});
