import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ActRepository, INSTALL_TIMEOUT_MS, installAct } from '../../support/act.ts';
import { FakeGithub } from '../../support/fake-github.ts';
import { GithubJob, type StepOptions } from '../../support/github-job.ts';
import { describeWith } from '../../support/needs.ts';
import { leftInDocker } from '../../support/stack.ts';

const PULL_EVENT = { pull_request: { number: 7, head: { sha: 'a10867b14bb761a232cd80139fbd4c0d33264240' } } };
const RETAIL = { config: 'scenarios/retail/flowproof.yaml' };
const SLOW = { ...RETAIL, environment: 'slow-promotions' };

let github: FakeGithub;
beforeEach(async () => {
  github = await FakeGithub.start();
  return () => github[Symbol.asyncDispose]();
});

describe('a job that is cancelled', () => {
  const job = new GithubJob(['scenarios/retail']);
  job.installPackages();
  afterAll(() => job[Symbol.dispose]());

  const run = (options: StepOptions) =>
    job.run({
      event: PULL_EVENT,
      ...options,
      inputs: { 'github-token': github.token, matrix: 'null', ...options.inputs },
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_API_URL: github.url, ...options.env },
    });

  /** Sends the signal when the services are ready. */
  function whenReady(signal: NodeJS.Signals): NonNullable<StepOptions['onOutput']> {
    let isSent = false;
    return (text, kill) => {
      if (isSent || !text.includes('ready after')) return;
      isSent = true;
      kill(signal);
    };
  }

  it('says so in the comment that the failure before had left', async () => {
    await run({ inputs: SLOW });
    expect(github.comments[0]?.body).toContain('1 failed');
    const step = await run({
      inputs: SLOW,
      env: { GITHUB_RUN_ID: '1658821494' },
      onOutput: whenReady('SIGINT'),
    });
    expect(step.exitCode, step.log).toBe(130);
    expect(github.comments.map(({ body }) => body.includes('1 scenario · 1 cancelled'))).toEqual([true]);
    const post = await run({ main: 'post.js', inputs: SLOW, state: step.state });
    expect(post).toMatchObject({ exitCode: 0, stderr: '', summary: '', outputs: {} });
  });

  it('has its post step tell what is known when the step was killed', async () => {
    const step = await run({ inputs: SLOW, onOutput: whenReady('SIGKILL') });
    expect(step).toMatchObject({ exitCode: null, summary: '', outputs: {} });
    expect(github.comments).toEqual([]);
    const post = await run({ main: 'post.js', inputs: SLOW, state: step.state });
    expect(post.exitCode, post.log).toBe(0);
    expect(post.summary).toContain('cancelled: 1 of 1 scenario not finished');
    expect(github.comments.map(({ body }) => body.includes('1 scenario · 1 cancelled'))).toEqual([true]);
  });

  it('has written summary and outputs when GitHub is too slow for the comment; the post step adds only that', async () => {
    github.faults.push({ path: /comments/, delayMs: 60_000 });
    let kill: (signal: NodeJS.Signals) => void = () => undefined;
    const running = run({
      inputs: RETAIL,
      onOutput(_, send) {
        kill = send;
      },
    });
    await vi.waitFor(() => expect(github.requests).not.toEqual([]), 60_000);
    kill('SIGINT');
    setTimeout(kill, 100, 'SIGTERM');
    const step = await running;
    expect(step.exitCode, step.log).toBe(130);
    expect(step.summary).toContain('1 scenario passed');
    expect(step.outputs.status).toBe('passed');
    const post = await run({ main: 'post.js', inputs: RETAIL, state: step.state });
    expect(post).toMatchObject({ exitCode: 0, summary: '', outputs: { 'comment-url': expect.any(String) } });
    expect(github.comments.map(({ body }) => body.includes('1 scenario · 1 passed'))).toEqual([true]);
  });

  it('leaves its post step nothing to do when an input was wrong', async () => {
    const step = await run({ inputs: { ...RETAIL, kafka: 'kafak' } });
    const post = await run({ main: 'post.js', inputs: { ...RETAIL, kafka: 'kafak' }, state: step.state });
    expect(post).toMatchObject({ exitCode: 0, log: '', stderr: '', summary: '' });
  });
});

describeWith(['go', 'docker'], 'a step that is killed under act', () => {
  beforeAll(installAct, INSTALL_TIMEOUT_MS);

  it('has its containers removed and its summary written when the job ends', async () => {
    using repository = new ActRepository({
      'flowproof.yaml': JSON.stringify({ scenarios: 'killer.yaml', kafka: { provider: 'docker' } }),
      'killer.yaml': JSON.stringify({
        scenario: 'killer',
        tasks: {
          sent: { produce: { topic: 'orders', value: 1 } },
          // As the runner does when ten seconds after the cancellation something still runs.
          kill: { exec: { command: 'sleep 1; kill -KILL $PPID; sleep 10' } },
        },
      }),
      'compose.yaml': JSON.stringify({ services: { none: { image: 'node:24-slim' } } }),
    });
    const run = await repository.run('docker.yml', {
      event: 'pull_request',
      payload: PULL_EVENT,
      secrets: { GITHUB_TOKEN: github.token },
      env: { GITHUB_API_URL: github.url },
    });
    expect(run.exitCode, run.log).toBe(1);
    expect(run.log).toContain('cancelled: 1 of 1 scenario not finished');
    const events = repository.readArtifact('flowproof-report', 'events.ndjson');
    expect(events).toContain('"task":"kill"');
    expect(leftInDocker(JSON.parse(events.split('\n')[0] ?? '').runId)).toEqual([]);
  }, 180_000);
});
