import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeGithub } from '../../support/fake-github.ts';
import { GithubJob, type StepOptions, type StepRun } from '../../support/github-job.ts';
import { goldenFile } from '../../support/golden-runs.ts';
import { makeZip } from '../../support/make-zip.ts';

const HEAD = 'a10867b14bb761a232cd80139fbd4c0d33264240';
const RETAIL = { config: 'scenarios/retail/flowproof.yaml' };
const PULL_EVENT = { pull_request: { number: 7, head: { sha: HEAD } } };
/** Output of an action that has nothing to do but to merge or to comment. */
const report = (run: string): string => readFileSync(goldenFile(run, 'report.json'), 'utf8');

let github: FakeGithub;
const job = new GithubJob(['scenarios/retail']);
job.installPackages();
afterAll(() => job[Symbol.dispose]());
beforeEach(async () => {
  github = await FakeGithub.start();
  return () => github[Symbol.asyncDispose]();
});

/** A step of a workflow that runs for pull request 7. */
function run(options: StepOptions = {}): Promise<StepRun> {
  return job.run({
    event: PULL_EVENT,
    ...options,
    inputs: { 'github-token': github.token, matrix: 'null', ...options.inputs },
    env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_API_URL: github.url, ...options.env },
  });
}

function warnings({ commands }: StepRun): string[] {
  return commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
}

describe('the action in a pull request', () => {
  it('writes a comment that a later run changes in place', async () => {
    const inputs = { ...RETAIL, environment: 'slow-promotions' };
    const failed = await run({ inputs });
    expect(failed.exitCode, failed.log).toBe(1);
    expect(failed.outputs['comment-url']).toBe(github.comments[0]?.html_url);
    expect(github.comments[0]?.body).toContain('1 scenario · 1 failed');
    const passed = await run({ inputs: RETAIL, env: { GITHUB_RUN_ID: '1658821494' } });
    expect(passed.outputs['comment-url']).toBe(failed.outputs['comment-url']);
    expect(github.comments.map(({ body }) => body.includes('1 scenario · 1 passed'))).toEqual([true]);
    expect(warnings(passed)).toEqual([]);
  });

  it.each([
    ['a read-only token', () => (github.isReadOnly = true), 'the token may not do that'],
    ['a wrong token', () => (github.token = 'ghs_other'), 'the token is not valid'],
  ])('keeps its verdict with %s, and says in one warning what was not posted', async (_, arrange, said) => {
    const token = github.token;
    arrange();
    const step = await run({ inputs: { ...RETAIL, 'github-token': token } });
    expect(step.exitCode, step.log).toBe(0);
    expect(warnings(step)).toEqual([expect.stringContaining(said)]);
    expect(warnings(step)[0]).toMatch(/^flowproof wrote no comment: /);
  });

  it('writes none when it is told so, and none where there is no pull request', async () => {
    await run({ inputs: { ...RETAIL, comment: 'never' } });
    const step = await run({ inputs: RETAIL, event: {}, env: { GITHUB_EVENT_NAME: 'push' } });
    expect(github.requests).toEqual([]);
    expect(warnings(step)).toEqual([]);
    const asked = await run({
      inputs: { ...RETAIL, comment: 'always' },
      event: {},
      env: { GITHUB_EVENT_NAME: 'push' },
    });
    expect(warnings(asked)).toEqual([
      'flowproof wrote no comment: the workflow does not run for a pull request',
    ]);
  });

  it('marks findings in a check run of the head commit, or prints them when it may not', async () => {
    const inputs = { ...RETAIL, environment: 'slow-promotions', annotations: 'check-run', comment: 'never' };
    const step = await run({ inputs });
    expect(step.commands.filter(({ name }) => name === 'error')).toEqual([]);
    expect(github.checkRuns[0]?.request).toMatchObject({
      head_sha: HEAD,
      conclusion: 'failure',
      status: 'completed',
    });
    expect(github.checkRuns[0]?.annotations).toMatchObject([
      { path: expect.stringMatching(/^scenarios\/retail\//), annotation_level: 'failure' },
    ]);
    github.isReadOnly = true;
    const refused = await run({ inputs });
    expect(warnings(refused)).toEqual([expect.stringContaining('checks: write')]);
    expect(refused.commands.filter(({ name }) => name === 'error')).toHaveLength(1);
  });
});

describe('the merge action', () => {
  it('makes one report, summary and comment of the shards, and fails as they did', async () => {
    for (const run of ['retail-passed', 'check-failed']) {
      mkdirSync(join(job.workspace, 'shards', run), { recursive: true });
      job.write(`shards/${run}/report.json`, report(run));
    }
    const step = await run({ main: 'merge.js', inputs: { reports: 'shards', 'report-directory': 'merged' } });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs).toMatchObject({ status: 'failed', total: '3', failed: '1' });
    expect(step.summary).toContain('1 of 3 scenarios failed');
    expect(github.comments).toHaveLength(1);
    expect(readFileSync(step.outputs.junit ?? '', 'utf8')).toContain('tests="3"');
  });

  it('says that there is nothing to merge', async () => {
    const step = await run({ main: 'merge.js', inputs: { reports: 'nowhere/**/report.json' } });
    expect(step.exitCode).toBe(2);
    expect(step.log).toContain('no report.json in "nowhere/**/report.json"');
    const unset = await run({ main: 'merge.js' });
    expect(unset.exitCode).toBe(2);
    expect(unset.log).toContain('input "reports" is empty');
  });
});

describe('the comment action, after a workflow of a fork', () => {
  const RUN_ID = 30433642;
  const event = {
    workflow_run: {
      id: RUN_ID,
      name: 'ci',
      event: 'pull_request',
      head_sha: HEAD,
      head_branch: 'patch-1',
      head_repository: { owner: { login: 'mallory' } },
      html_url: `https://github.com/octo-org/shop/actions/runs/${RUN_ID}`,
    },
  };

  const comment = (inputs: Record<string, string> = {}): Promise<StepRun> =>
    run({ main: 'comment.js', event, inputs, env: { GITHUB_EVENT_NAME: 'workflow_run' } });

  function upload(...texts: readonly string[]): void {
    const artifacts = texts.map((text, index) => ({
      id: 900 + index,
      name: `flowproof-report-${index}`,
      zip: makeZip({ 'report.json': text, 'number.txt': '1' }),
    }));
    github.artifacts.set(RUN_ID, artifacts);
  }

  beforeEach(() => {
    github.pulls.push(
      {
        number: 6,
        state: 'open',
        head: { sha: HEAD.replace('a', 'b'), ref: 'patch-1', label: 'mallory:patch-1' },
      },
      { number: 7, state: 'open', head: { sha: HEAD, ref: 'patch-1', label: 'mallory:patch-1' } },
    );
  });

  it('writes the comment of the pull request whose head was run, from all shards', async () => {
    upload(report('retail-passed'), report('check-failed'));
    const step = await comment();
    expect(step.exitCode, step.log).toBe(0);
    expect(warnings(step)).toEqual([]);
    expect(github.requests).toContain('POST /repos/octo-org/shop/issues/7/comments');
    expect(github.comments[0]?.body).toContain('3 scenarios · 1 failed · 2 passed');
  });

  it('says how the run ended when the report tells another story', async () => {
    upload(report('retail-passed'));
    const ended = { workflow_run: { ...event.workflow_run, conclusion: 'failure' } };
    await run({ main: 'comment.js', event: ended, env: { GITHUB_EVENT_NAME: 'workflow_run' } });
    expect(github.comments[0]?.body).toContain(
      '<p>the workflow run itself ended with &quot;failure&quot;</p>',
    );
  });

  it('shows hostile texts as texts, and follows no path out of the repository', async () => {
    const name = '--> <script>alert(1)</script> @octo-org/all ![x](http://evil.example/x.png)';
    const hostile = JSON.parse(report('slow-promotions'));
    hostile.scenarios[0].name = name;
    hostile.scenarios[0].file = '../../../mallory/evil/blob/main/x.yaml';
    upload(JSON.stringify(hostile));
    await comment();
    const visible = github.comments[0]?.body.replace(/<!--.*?-->/g, '') ?? '';
    expect(visible).toContain('&lt;script&gt;');
    expect(visible).not.toMatch(/<script|@octo-org|href="[^"]*mallory/);
  });

  it.each([
    ['is no JSON', 'nonsense', 'is no JSON'],
    ['is no report', '{"version":2}', 'is no report'],
    ['is a bomb', ' '.repeat(70 * 1024 * 1024), 'too large'],
  ])('warns, and fails nothing, when the report %s', async (_, text, said) => {
    upload(text);
    const step = await comment();
    expect(step.exitCode, step.log).toBe(0);
    expect(warnings(step)).toEqual([expect.stringContaining(said)]);
    expect(github.comments).toEqual([]);
  });

  it('writes nothing when the pull request has moved on, or there is no artifact', async () => {
    expect(warnings(await comment())).toEqual([
      expect.stringContaining('has no artifact "flowproof-report*"'),
    ]);
    github.pulls.length = 1;
    upload(report('retail-passed'));
    expect(warnings(await comment())).toEqual([expect.stringContaining('no open pull request')]);
    expect(github.comments).toEqual([]);
  });

  it('says for which event it is', async () => {
    const step = await run({ main: 'comment.js' });
    expect(step.exitCode).toBe(2);
    expect(step.log).toContain('workflow_run');
  });
});
