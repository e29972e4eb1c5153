import { describe, expect, test } from 'vitest';
import type { RunResult, ScenarioResult } from '../../../src/model/run-result.ts';
import { type SummaryOptions, summary } from '../../../src/reporters/summary.ts';
import { markdownProblems } from '../../support/github-markdown.ts';
import { foldEvents, readGoldenEvents } from '../../support/golden-runs.ts';

function summarize(result: RunResult, options: Partial<SummaryOptions>): string {
  let text = '';
  summary.start({ write: (piece) => (text += piece) }, options).end?.(result);
  return text;
}

const base = foldEvents(readGoldenEvents('check-failed'));
const [failing, passing] = base.scenarios as [ScenarioResult, ScenarioResult];

function run(failed: number, passed: number): RunResult {
  return {
    ...base,
    counts: { ...base.counts, total: failed + passed, failed, passed },
    scenarios: [...times(passed, passing), ...times(failed, failing)],
  };
}

function times(count: number, scenario: ScenarioResult): ScenarioResult[] {
  return Array.from({ length: count }, (_, index) => ({ ...scenario, name: `${scenario.name} ${index}` }));
}

describe('a summary that would be too long', () => {
  const result = run(60, 60);

  test('first loses the tasks of passed scenarios, then their rows, then the tables of failed ones', () => {
    const steps = [summarize(result, {})];
    while (steps.length < 4) {
      const before = Buffer.byteLength(steps.at(-1) ?? '');
      steps.push(summarize(result, { maxBytes: before - 1 }));
    }
    const all = { rows: [60, 60], folded: 60, sections: 60, tables: 60, note: undefined };
    expect(steps.map((markdown) => shape(markdown))).toEqual([
      all,
      { ...all, folded: 0, note: 'the tasks of the scenarios that passed' },
      { ...all, rows: [60], folded: 0, note: '60 passed scenarios' },
      {
        ...all,
        rows: [60],
        folded: 0,
        tables: 0,
        note: '60 passed scenarios; the tasks and checks of the others',
      },
    ]);
  });

  test.each([0, 3000, 10_000, 30_000, 100_000])('stays below %d bytes and cuts no block', (maxBytes) => {
    const markdown = summarize(result, { maxBytes });
    if (maxBytes > 0) expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(maxBytes);
    expect(markdown).toContain('60 of 120 scenarios failed');
    expect(markdownProblems(markdown)).toEqual([]);
  });

  test('says how many failed scenarios are left out, the most important ones being kept', () => {
    const error = { ...failing, name: 'broken', status: 'error' as const };
    const markdown = summarize({ ...result, scenarios: [...result.scenarios, error] }, { maxBytes: 10_000 });
    expect(markdown).toMatch(/<h3>⚠️ Orders › broken<\/h3>/);
    const { sections } = shape(markdown);
    expect(sections).toBeGreaterThan(1);
    expect(markdown).toContain(`${61 - sections} scenarios that did not pass`);
  });

  test('of a thousand scenarios with large values is made quickly enough to be made at all', () => {
    const large = { ...failing, message: 'x'.repeat(100_000) };
    const scenarios = times(1000, large);
    const markdown = summarize({ ...run(1000, 0), scenarios }, { maxBytes: 1024 * 1024 });
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(1024 * 1024);
    expect(shape(markdown).sections).toBeGreaterThan(300);
  });
});

test('a summary names the cause of the first failure before any table of what passed', () => {
  const markdown = summarize(run(1, 2000), {});
  const [first = ''] = markdown.split('<summary>✅');
  expect(first).toContain('<b>Cause:</b> not known: nothing was written to archive');
  expect(first.split('\n').length).toBeLessThan(80);
  expect(markdown).toContain('<summary>✅ 2000 scenarios passed</summary>');
});

test('a summary of several suites counts each', () => {
  const scenarios = [failing, ...times(3, { ...passing, suite: 'Refunds' })];
  const markdown = summarize({ ...run(1, 3), scenarios }, {});
  expect(markdown).toContain('<tr><td>❌</td><td>Orders</td><td>1</td><td>1</td><td>0</td><td>0</td></tr>');
  expect(markdown).toContain('<tr><td>✅</td><td>Refunds</td><td>3</td><td>0</td><td>0</td><td>3</td></tr>');
});

describe('the diagrams of a summary', () => {
  const [passed] = foldEvents(readGoldenEvents('retail-passed')).scenarios as [ScenarioResult];
  const [slow] = foldEvents(readGoldenEvents('slow-promotions')).scenarios as [ScenarioResult];
  const result: RunResult = { ...run(1, 20), scenarios: [slow, ...times(20, passed)] };
  const drawn = (markdown: string): number => markdown.split('```mermaid').length - 1;

  test('are those of the scenarios that did not pass, or on demand all', () => {
    expect(drawn(summarize(result, {}))).toBe(1);
    expect(drawn(summarize(result, { diagrams: 'all' }))).toBe(21);
  });

  test('say the latencies that the tables say', () => {
    const markdown = summarize({ ...result, scenarios: [passed] }, { diagrams: 'all' });
    expect(markdown).toMatch(
      /t0->>t1: check-enriched\u200b · 34 ms\n {2}t1->>t2: Check Upsell\u200b · 49 ms/,
    );
    expect(markdown).toContain('<td>1 record of upsell_events</td><td>49 ms</td>');
  });

  test('of passed scenarios are what is left out first, with a word on that', () => {
    const maxBytes = Buffer.byteLength(summarize(result, { diagrams: 'all' })) - 1;
    const markdown = summarize(result, { diagrams: 'all', maxBytes });
    expect(drawn(markdown)).toBe(1);
    expect(shape(markdown)).toMatchObject({ folded: 20, note: 'the diagrams of the scenarios that passed' });
  });
});

test('places are links when they have an address', () => {
  const linkOf = (file: string, line: number) => `https://github.com/o/r/blob/abc/${file}#L${line}?a&b`;
  expect(summarize(base, { linkOf })).toContain(
    '<a href="https://github.com/o/r/blob/abc/scenarios/orders/orders.yaml#L1?a&amp;b"><code>scenarios/orders/orders.yaml:1</code></a>',
  );
});

test('a run without scenarios still says what came out', () => {
  expect(summarize(foldEvents([]), {})).toContain('cancelled: 0 of 0 scenarios not finished');
});

function shape(markdown: string) {
  const overviews = markdown.match(/<table>\n.*Suite<.*\n(<tr>.*\n)*/g) ?? [];
  return {
    rows: overviews.map((overview) => overview.split('\n').length - 3),
    folded: markdown.match(/<details><summary>✅ .* › /g)?.length ?? 0,
    sections: markdown.split('<h3>').length - 1,
    tables: markdown.split('<summary>Tasks and passed checks').length - 1,
    note: /there is a limit to how long this page may be: (.*)\. The report/.exec(markdown)?.[1],
  };
}
