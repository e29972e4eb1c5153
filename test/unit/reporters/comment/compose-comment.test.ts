import { describe, expect, test } from 'vitest';
import type { RunResult } from '../../../../src/model/run-result.ts';
import { type ComposeOptions, composeComment } from '../../../../src/reporters/comment/compose-comment.ts';
import { commentPartOf, type PartOrigin, readParts } from '../../../../src/reporters/comment/part.ts';
import { foldEvents, readGoldenEvents } from '../../../support/golden-runs.ts';
import { manyScenarios } from '../../../support/many-scenarios.ts';

const OPTIONS: ComposeOptions = {
  marker: '<!-- flowproof-comment ci/ -->',
  title: 'ci',
  maxCharacters: 65_536,
  when: 'always',
};
const ORIGIN: PartOrigin = {
  job: 'flows',
  runId: 10,
  commit: '6dcb09b5b57875f334f61aebed695e2e4193db5e',
  url: 'https://github.com/o/r/actions/runs/10',
  linkOf: (file, line) => `https://github.com/o/r/blob/6dcb/${file}#L${line}`,
};
const passed = foldEvents(readGoldenEvents('retail-passed'));
const failed = foldEvents(readGoldenEvents('slow-promotions'));

function compose(
  before: string | undefined,
  result: RunResult,
  { origin = {}, options = {} }: { origin?: Partial<PartOrigin>; options?: Partial<ComposeOptions> } = {},
): string | undefined {
  const part = commentPartOf(result, { ...ORIGIN, ...origin });
  return composeComment(before, part, { ...OPTIONS, ...options }).body;
}

describe('the comment of a pull request', () => {
  test('says what failed, where and why, and links to the page of the run', async () => {
    await expect(compose(undefined, failed)).toMatchFileSnapshot('../../../golden-comments/failed.md');
  });

  test('says what is new since the base branch', async () => {
    const slower = {
      ...passed,
      scenarios: passed.scenarios.map((scenario) => ({ ...scenario, tasks: scenario.tasks.map(slow) })),
    };
    const body = compose(undefined, slower, { origin: { baseline: passed } });
    await expect(body).toMatchFileSnapshot('../../../golden-comments/compared.md');
    expect(compose(undefined, failed, { origin: { baseline: passed } })).toContain(
      'new failure: Retail System › Free member upsell',
    );
    expect(compose(undefined, passed, { origin: { baseline: failed } })).toContain(
      'fixed: Retail System › Free member upsell',
    );
    expect(compose(undefined, passed, { origin: { baseline: passed } })).toContain('no difference');
  });

  test('merges the jobs of a run, each in place of what it said before', async () => {
    const one = compose(undefined, passed, { origin: { job: 'flows (1/2)' } });
    const two = compose(one, failed, { origin: { job: 'flows (2/2)' } });
    await expect(two).toMatchFileSnapshot('../../../golden-comments/two-jobs.md');
    const again = compose(two, passed, { origin: { job: 'flows (2/2)' } });
    expect(readParts(again ?? '').map(({ job, status }) => `${job} ${status}`)).toEqual([
      'flows (1/2) passed',
      'flows (2/2) passed',
    ]);
  });

  test('forgets an older run, and leaves alone what a newer one said', () => {
    const newer = compose(undefined, passed, { origin: { runId: 11, job: 'a' } });
    expect(compose(newer, failed, { origin: { runId: 10, job: 'b' } })).toBe(newer);
    const next = compose(newer, failed, { origin: { runId: 12, job: 'b' } });
    expect(readParts(next ?? '').map(({ job }) => job)).toEqual(['b']);
  });

  test('on failure only, is not there before something fails, and goes when all is green again', () => {
    const options = { when: 'on-failure' } as const;
    expect(compose(undefined, passed, { options })).toBe(undefined);
    const bad = compose(undefined, failed, { options });
    expect(bad).toContain('1 failed');
    expect(compose(bad, passed, { options, origin: { job: 'another' } })).toContain('1 failed');
    expect(compose(bad, passed, { options })).toBe(undefined);
    expect(compose(bad, { ...passed, status: 'cancelled' }, { options })).toContain('1 scenario');
  });

  test.each([
    [1, 1],
    [50, 12],
    [2000, 500],
  ])('of %d scenarios with %d failures stays below the limit', (scenarios, failures) => {
    const result = manyScenarios({ scenarios, failures });
    let body: string | undefined;
    for (let job = 0; job < 40; job++) body = compose(body, result, { origin: { job: `flows (${job})` } });
    expect(body?.length).toBeLessThanOrEqual(65_536);
    expect(readParts(body ?? '')).toHaveLength(40);
  });

  test('of as many jobs as a matrix can have still counts them all', () => {
    const part = (job: number) => commentPartOf(failed, { ...ORIGIN, job: `${job} ${'x'.repeat(200)}` });
    let body: string | undefined;
    for (let job = 0; job < 256; job++) body = composeComment(body, part(job), OPTIONS).body;
    expect(body?.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('256 scenarios · 256 failed');
  });

  test('keeps nothing of hostile texts but the texts', () => {
    const name = '--> <img src=x> @octocat #12 ::error::x ```\n# big';
    const hostile = {
      ...failed,
      scenarios: failed.scenarios.map((one) => ({ ...one, name, message: name })),
    };
    const body = compose(undefined, hostile) ?? '';
    const visible = body.replace(/<!--.*?-->/g, '');
    expect(visible).not.toMatch(/<img|@octocat|(?<![&\w])#12|^#/m);
    expect(body.match(/-->/g)).toHaveLength(2); // the marker's and the part's
    expect(readParts(body)[0]?.failures[0]?.message).toBe(name);
  });

  test('ignores parts that somebody has edited', () => {
    const body = `${OPTIONS.marker}\n<!-- flowproof-part {"job":1} -->\n<!-- flowproof-part {nonsense} -->`;
    expect(readParts(compose(body, passed) ?? '')).toHaveLength(1);
  });
});

function slow(task: RunResult['scenarios'][number]['tasks'][number]): typeof task {
  const { latencyMs } = task;
  return latencyMs ? { ...task, latencyMs: { ...latencyMs, p95: latencyMs.p95 * 2 + 20 } } : task;
}
