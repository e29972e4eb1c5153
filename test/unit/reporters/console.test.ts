import { expect, test } from 'vitest';
import type { RunEvent, RunEventOf } from '../../../src/model/run-event.ts';
import { reporters } from '../../../src/reporters/index.ts';
import { readGoldenEvents, renderReport } from '../../support/golden-runs.ts';

const retail = readGoldenEvents('retail-passed');
const started = retail.find((event) => event.type === 'scenario-started') as RunEventOf<'scenario-started'>;

test('colours are used when asked for, and change no text', () => {
  const plain = renderReport(reporters.console, retail, {});
  const colored = renderReport(reporters.console, retail, { color: true });
  expect(colored).toContain('\u001b[32m✓\u001b[39m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: styles are escape sequences
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('the place of the report is the last thing said', () => {
  const text = renderReport(reporters.console, retail, { reportPath: 'flowproof-report/report.json' });
  expect(text.trimEnd().split('\n').at(-1)).toBe('  report  flowproof-report/report.json');
});

test('lines come as their tasks finish, not at the end', () => {
  const printed: string[] = [];
  const reporter = reporters.console.start({ write: (text) => printed.push(text) }, {});
  const counts = retail.map((event) => {
    reporter.on(event);
    return printed.join('').split('\n').length;
  });
  const at = (type: RunEvent['type']) => counts[retail.findIndex((event) => event.type === type)] ?? 0;
  expect(at('task-finished')).toBe(at('scenario-started') + 1);
});

test('two scenarios at the same time are printed one after the other, the first one live', () => {
  const [a, b] = ['a', 'b'].map((scenario) => ofScenario(scenario));
  const events = [a?.start, b?.start, b?.task, a?.task, b?.end, a?.end] as RunEvent[];
  const lines = renderReport(reporters.console, events, {})
    .split('\n')
    .filter((line) => /^(Retail| {2})/.test(line));
  expect(lines.map((line) => line.trim().replace(/ {2,}.*/, ''))).toEqual([
    'Retail System › a',
    '✓ task of a',
    'passed in 5 ms',
    'Retail System › b',
    '✓ task of b',
    'passed in 5 ms',
  ]);
});

test('a second attempt says so, and a scenario says its own reason', () => {
  const { start, end } = ofScenario('a');
  const text = renderReport(
    reporters.console,
    [
      { ...start, attempt: 2, iteration: 1 },
      { ...end, status: 'failed', message: 'the scenario took longer than 5m' } as RunEvent,
    ],
    {},
  );
  expect(text).toContain('Retail System › a (iteration 2) (attempt 2)');
  expect(text).toContain('  failed in 5 ms: the scenario took longer than 5m');
});

test.each([
  ['passed', '- quiet met no record, as it may'],
  ['failed', '✗ quiet was never evaluated'],
] as const)('a check that met no record, in a task that %s', (status, line) => {
  const { start, task, end } = ofScenario('a');
  const check = {
    name: 'quiet',
    status: 'notEvaluated',
    operator: 'equals',
    evaluated: 0,
    failed: 0,
  } as const;
  const evaluated: RunEvent = {
    type: 'check-evaluated',
    seq: 0,
    atMs: 5,
    scenario: 'a',
    task: 'only',
    check,
  };
  const events = [start, evaluated, { ...task, status } as RunEvent, { ...end, status } as RunEvent];
  expect(renderReport(reporters.console, events, {})).toContain(`  ${line}`);
  const html = renderReport(reporters.html, events, {});
  expect(html.includes('badge notEvaluated')).toBe(status === 'failed');
});

function ofScenario(scenario: string) {
  const stamp = { seq: 0, atMs: 5, scenario };
  const plan = { id: 'only', name: `task of ${scenario}`, kind: 'set', after: [], topics: [] };
  const start: RunEventOf<'scenario-started'> = { ...started, ...stamp, name: scenario, tasks: [plan] };
  const task: RunEvent = { type: 'task-finished', ...stamp, task: 'only', status: 'passed', durationMs: 1 };
  const end: RunEvent = { type: 'scenario-finished', ...stamp, status: 'passed', durationMs: 5 };
  return { start, task, end };
}
