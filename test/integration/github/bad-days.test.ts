import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeGithub } from '../../support/fake-github.ts';
import { GithubJob, type StepOptions, type StepRun } from '../../support/github-job.ts';

const HEAD = 'a10867b14bb761a232cd80139fbd4c0d33264240';
const MANY = 60;
/** What one step may show. */
const MAX_ERRORS = 10;

let github: FakeGithub;
const job = new GithubJob([]);
mkdirSync(join(job.workspace, 'flows'));
job.write('flowproof.yaml', '{}');
job.write('flows/passes.yaml', scenario(['.record.value.total == 5']));
job.write(
  'flows/fails.yaml',
  scenario(Array.from({ length: MANY }, (_, index) => `.record.value.total == ${index + 100}`)),
);
afterAll(() => job[Symbol.dispose]());
beforeEach(async () => {
  github = await FakeGithub.start();
  return () => github[Symbol.asyncDispose]();
});

/** One that needs nothing but Kafka; a check a line. */
function scenario(checks: readonly string[]): string {
  return `scenario: an order
tasks:
  sent:
    produce: { topic: orders, value: { total: 5 } }
  seen:
    consume: { topic: orders, fail: { after: 20s } }
    checks:
${checks.map((check) => `      - ${check}\n`).join('')}`;
}

function run({ inputs, env }: Pick<StepOptions, 'inputs' | 'env'> = {}): Promise<StepRun> {
  return job.run({
    event: { pull_request: { number: 7, head: { sha: HEAD } } },
    inputs: { 'github-token': github.token, matrix: 'null', scenarios: 'flows/passes.yaml', ...inputs },
    env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_API_URL: github.url, ...env },
  });
}

function messages({ commands }: StepRun, kind: string): string[] {
  return commands.filter(({ name }) => name === kind).map(({ message }) => message);
}

/** The run has passed and told so, whatever GitHub did. */
function expectPassed(step: StepRun): void {
  expect(step.exitCode, step.log).toBe(0);
  expect(step.outputs.status).toBe('passed');
  expect(step.summary).toContain('1 scenario passed');
}

const COMMENTS = /\/issues\/7\/comments$/;
const LATER = { 'retry-after': '1' };

describe('the action as it ships, when GitHub has a bad day,', () => {
  it.each([
    ['404', [{ path: COMMENTS, status: 404 }], 'not found with this token'],
    ['422', [{ method: 'POST', path: COMMENTS, status: 422 }], 'GitHub refused it (422)'],
    ['500 to a comment that may be there', [{ method: 'POST', path: COMMENTS, status: 500 }], '(500)'],
    ['503 each time', Array.from({ length: 4 }, () => ({ path: COMMENTS, status: 503 })), '(503)'],
    [
      'a limit of an hour',
      [{ path: COMMENTS, status: 429, headers: { 'retry-after': '3600' } }],
      'asks to wait longer than a step can',
    ],
  ])('passes with one warning after %s', async (_, faults, said) => {
    github.faults.push(...faults);
    const step = await run();
    expectPassed(step);
    expect(messages(step, 'warning')).toEqual([expect.stringContaining(said)]);
    expect(messages(step, 'warning')[0]).toMatch(/^flowproof wrote no comment: /);
  });

  it('passes with one warning when GitHub is not there', async () => {
    const step = await run({ env: { GITHUB_API_URL: 'http://127.0.0.1:9' } });
    expectPassed(step);
    expect(messages(step, 'warning')).toEqual([expect.stringContaining('GitHub could not be reached')]);
  });

  it.each([
    ['502', [{ path: COMMENTS, status: 502 }]],
    ['a connection that is cut', [{ path: COMMENTS }]],
    ['an answer that does not come', [{ path: COMMENTS, delayMs: 60_000 }]],
    ['429', [{ method: 'POST', path: COMMENTS, status: 429, headers: LATER }]],
    [
      'a secondary rate limit',
      [{ method: 'POST', path: COMMENTS, status: 403, headers: LATER, message: 'a secondary rate limit' }],
    ],
  ])('comments all the same after %s, without a word', async (_, faults) => {
    github.faults.push(...faults);
    const step = await run();
    expectPassed(step);
    expect(messages(step, 'warning')).toEqual([]);
    expect(github.comments).toHaveLength(1);
  });

  it('finds its comment behind two hundred others', async () => {
    for (let index = 0; index < 220; index++) github.addComment(`talk ${index}`);
    const first = await run();
    for (let index = 0; index < 10; index++) github.addComment(`more talk ${index}`);
    const second = await run({ env: { GITHUB_RUN_ID: '1658821494' } });
    expectPassed(second);
    expect(second.outputs['comment-url']).toBe(first.outputs['comment-url']);
    expect(github.comments).toHaveLength(231);
  });
});

describe('more failed checks than a request takes', () => {
  const inputs = { scenarios: 'flows/fails.yaml', annotations: 'check-run', comment: 'never' };
  const lines = Array.from({ length: MANY }, (_, index) => index + 8);

  it('are all marked in the check run, each in its line', async () => {
    const step = await run({ inputs });
    expect(step.exitCode, step.log).toBe(1);
    expect(github.requests.filter((request) => request.includes('check-runs'))).toHaveLength(2);
    expect(
      github.checkRuns.map(({ annotations }) => annotations.map(({ start_line }) => start_line)),
    ).toEqual([lines]);
    expect(messages(step, 'error')).toEqual([]);
  });

  it.each([
    ['may not make check runs', () => (github.isReadOnly = true), 'checks: write'],
    [
      'is refused the second request',
      () => github.faults.push({ method: 'PATCH', path: /check-runs/, status: 422 }),
      'GitHub refused it (422)',
    ],
  ])('are printed when the token %s: the first ten, and one line for the rest', async (_, arrange, said) => {
    arrange();
    const step = await run({ inputs });
    expect(step.exitCode, step.log).toBe(1);
    expect(messages(step, 'warning')).toEqual([expect.stringContaining(said)]);
    const errors = step.commands.filter(({ name }) => name === 'error');
    expect(errors.map(({ properties }) => Number(properties.line))).toEqual(lines.slice(0, MAX_ERRORS));
    expect(messages(step, 'notice')).toEqual([expect.stringContaining(`${MANY - MAX_ERRORS} more failures`)]);
  });
});
