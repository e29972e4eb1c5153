import { execSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import type { RunResult } from '../../../src/model/run-result.ts';
import { CLI, type CliRun, NODE, runCli } from '../../support/cli.ts';
import { describeWith } from '../../support/needs.ts';
import { writeProject } from '../../support/project.ts';
import { CONTAINERS, leftInDocker } from '../../support/stack.ts';

const INTERRUPTED = 130;
const one = { produce: { topic: 't', value: 1 } };
const web = {
  image: 'node:24-slim',
  command: 'node /app/server.js',
  volumes: ['./server.js:/app/server.js:ro'],
  ports: [8080],
  ready: { port: 8080 },
};
const files = { 'server.js': readFileSync(join(CONTAINERS, 'server.js'), 'utf8') };

/** The last thing that a run has to say, as far as it has come. */
function reportOf({ output }: Pick<CliRun, 'output'>): RunResult {
  return JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'));
}

describeWith(['docker'], 'a run with containers', () => {
  it('disturbs them in a scenario, and keeps what each start of them has written', async () => {
    const service = (action: object) => ({ service: action });
    const cwd = writeProject({
      config: { services: { web } },
      files,
      scenario: {
        tasks: {
          pause: service({ pause: 'web', for: '200ms' }),
          kill: service({ kill: 'web', for: '200ms' }),
          restart: service({ restart: 'web' }),
          ended: service({ stop: 'web' }),
          again: service({ start: 'web' }),
        },
      },
    });
    const run = await runCli(['run'], { cwd });
    expect(run.exitCode, run.stdout + run.stderr).toBe(0);
    const log = readFileSync(join(run.output, 'logs/web.log'), 'utf8');
    expect(log.match(/listening, greeting/g)).toHaveLength(4);
    expect(leftInDocker(reportOf(run).runId)).toEqual([]);
  });

  it('runs beside another one of the same project, and neither sees the other', {
    timeout: 120_000,
  }, async () => {
    const cwd = writeProject({
      config: { kafka: { provider: 'docker' }, services: { web: { ...web, image: undefined, build: '.' } } },
      files: { ...files, Dockerfile: 'FROM node:24-slim\n' },
      scenario: {
        tasks: {
          one,
          wait: { wait: '2s' },
          only: { consume: { topic: 't', from: 'beginning', expect: { count: 1 }, stop: { atEnd: true } } },
        },
      },
    });
    const runs = await Promise.all([runCli(['run'], { cwd }), runCli(['run'], { cwd })]);
    for (const run of runs) {
      expect(run.exitCode, run.stdout + run.stderr).toBe(0);
      expect(leftInDocker(reportOf(run).runId)).toEqual([]);
    }
    const [first, second] = runs.map((run) => reportOf(run).environment.kafka?.bootstrap);
    expect(first).not.toBe(second);
  });

  it('that is to keep them prints how to look at them and how to remove them', async () => {
    const config = { kafka: { provider: 'docker' }, services: { web } };
    const run = await runCli(['run', '--keep'], {
      cwd: writeProject({ config, files, scenario: { tasks: { one } } }),
    });
    expect(run.exitCode, run.stdout + run.stderr).toBe(0);
    const { runId } = reportOf(run);
    const [, look = '', remove = ''] = /look: (docker ps .*?); remove: (.*)/.exec(run.stdout) ?? [];
    const shown = execSync(look, { encoding: 'utf8' });
    for (const name of ['web', 'kafka']) expect(shown).toContain(`flowproof-${runId}-${name}`);
    execSync(remove, { stdio: 'ignore' });
    expect(leftInDocker(runId)).toEqual([]);
  });
});

describeWith(['docker'], 'a run with containers that is cancelled as GitHub does it', () => {
  const slowBuild = `FROM node:24-slim\nRUN echo ${Date.now()} && sleep 60\n`;

  it.for([
    ['while an image is built', { services: { web: { build: '.' } } }, / build: /],
    ['while Kafka starts', { kafka: { provider: 'docker' } }, undefined],
    ['while a service is awaited', { services: { web: { ...web, ready: { log: 'never' } } } }, undefined],
    ['while a scenario runs', { kafka: { provider: 'docker' }, services: { web } }, /web {2}ready/],
  ] as const)(
    '%s leaves nothing, and reports what is known',
    { timeout: 90_000 },
    async ([, config, sign]) => {
      const cwd = writeProject({
        config,
        files: { ...files, Dockerfile: slowBuild },
        scenario: { tasks: { one, wait: { wait: '60s' } } },
      });
      const output = mkdtempSync(join(tmpdir(), 'flowproof-cancelled-'));
      const run = spawn(NODE, [CLI, 'run', '--output', output], {
        cwd,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const exited = once(run, 'exit');
      let stdout = '';
      run.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      const runId = await vi.waitFor(() => startedRun(output), 30_000);
      await vi.waitFor(() => {
        if (sign) expect(stdout).toMatch(sign);
        else expect(leftInDocker(runId).length).toBeGreaterThan(1);
      }, 60_000);

      const over = new AbortController();
      void cancel(run, over.signal);
      const [code] = await exited;
      over.abort();
      expect(code, stdout).toBe(INTERRUPTED);
      expect(leftInDocker(runId)).toEqual([]);
      expect(reportOf({ output })).toMatchObject({ status: 'cancelled', counts: { cancelled: 1 } });
    },
  );
});

/** SIGINT, after 7.5 seconds SIGTERM, after 2.5 more the end. */
async function cancel(run: ReturnType<typeof spawn>, over: AbortSignal): Promise<void> {
  try {
    run.kill('SIGINT');
    await wait(7_500, undefined, { signal: over });
    run.kill('SIGTERM');
    await wait(2_500, undefined, { signal: over });
    run.kill('SIGKILL');
  } catch (cause) {
    if (!over.aborted) throw cause;
  }
}

/** Its id, once its first event is written. */
function startedRun(output: string): string {
  const file = join(output, 'events.ndjson');
  const [first = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return JSON.parse(first).runId;
}
