import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { NODE, ROOT } from '../../support/cli.ts';
import { FakeGithub } from '../../support/fake-github.ts';
import { describeWith } from '../../support/needs.ts';

const ACT = 'github.com/nektos/act@v0.2.89';
const HEAD = 'a10867b14bb761a232cd80139fbd4c0d33264240';
/** What act cannot fetch here. The action itself is the one of this repository. */
const ELSEWHERE = /^actions\/(setup-node|upload-artifact|download-artifact)@/;

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
  run?: string;
}

/** act plays GitHub's runner on this machine, without containers: https://github.com/nektos/act */
describeWith(['go'], 'the example workflows, run by act,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-act-'));
  const repository = join(folder, 'repository');
  const bin = join(ROOT, '.cache/bin');
  let github: FakeGithub;

  beforeAll(async () => {
    if (!existsSync(join(bin, 'act'))) {
      execFileSync('go', ['install', ACT], {
        env: { ...process.env, GOBIN: bin },
        stdio: 'pipe',
        timeout: 600_000,
      });
    }
    mkdirSync(join(folder, '.config/act'), { recursive: true });
    writeFileSync(join(folder, '.config/act/actrc'), '-P ubuntu-latest=-self-hosted\n');
    for (const part of ['dist', 'action.yml', 'merge', 'comment', 'package.json', 'scenarios/retail']) {
      cpSync(join(ROOT, part), join(repository, part), { recursive: true });
    }
    // act copies the repository to a folder below its home: the services find their packages on the way up.
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const git = (...args: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: repository,
      });
    git('init', '--quiet');
    git('remote', 'add', 'origin', 'https://github.com/octo-org/shop.git');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'all');
    github = await FakeGithub.start();
  }, 600_000);
  afterAll(() => github?.[Symbol.asyncDispose]());

  /** Runs one job of an example, with the retail scenario in the place of the reader's own. */
  async function act(file: string, job: string, options: readonly string[] = []) {
    const workflow = parse(readFileSync(join(ROOT, 'docs/workflows', file), 'utf8'));
    const steps: Step[] = workflow.jobs[job].steps;
    workflow.jobs[job].steps = steps
      .filter(({ uses, run }) => !ELSEWHERE.test(uses ?? '') && run === undefined)
      .map(adapt);
    const path = join(repository, '.github/workflows', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, stringify(workflow));
    const event = join(folder, 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: { sha: HEAD } } }));
    const args = ['pull_request', '--job', job, '--workflows', path, '--eventpath', event];
    const quiet = ['--no-cache-server', '--artifact-server-addr', '127.0.0.1'];
    const api = ['--env', `GITHUB_API_URL=${github.url}`, '--secret', `GITHUB_TOKEN=${github.token}`];
    return await new Promise<{ exitCode: number; log: string }>((done) => {
      execFile(
        join(bin, 'act'),
        [...args, ...quiet, ...api, ...options],
        {
          cwd: repository,
          env: { ...process.env, HOME: folder, PATH: `${dirname(NODE)}:${process.env.PATH}` },
          maxBuffer: 64 * 1024 * 1024,
        },
        (error, stdout, stderr) => done({ exitCode: error ? Number(error.code) : 0, log: stdout + stderr }),
      );
    });
  }

  it('basic.yml passes, and its job comments', async () => {
    const { exitCode, log } = await act('basic.yml', 'flows');
    expect(exitCode, log).toBe(0);
    expect(log).toContain('1 scenario passed');
    expect(github.comments.map(({ body }) => body.includes('event flows: 1 scenario · 1 passed'))).toEqual([
      true,
    ]);
  });

  it('shards.yml deals the scenarios to the jobs of its matrix', async () => {
    const { exitCode, log } = await act('shards.yml', 'flows', ['--matrix', 'shard:1/4']);
    expect(exitCode, log).toBe(0);
    expect(log).toContain('1 scenario passed');
  });
});

function adapt(step: Step): Step {
  if (!step.uses?.startsWith('flowproof/')) return step;
  const { baseline: _, ...inputs } = step.with ?? {};
  return { ...step, uses: './', with: { ...inputs, config: 'scenarios/retail/flowproof.yaml' } };
}
