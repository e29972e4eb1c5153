import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { CLI, NODE, ROOT } from '../../support/cli.ts';
import { describeWith } from '../../support/needs.ts';
import { leftInDocker } from '../../support/stack.ts';

const RETAIL = join(ROOT, 'scenarios/retail/flowproof.yaml');

describeWith(['docker'], 'a run with containers that is killed', () => {
  it('leaves nothing in Docker once another run has started', { timeout: 120_000 }, async () => {
    // A temporary folder of its own: runs find each other by files there, and others' runs are none of ours.
    const env = { ...process.env, TMPDIR: mkdtempSync(join(tmpdir(), 'flowproof-killed-')) };
    const start = (...args: readonly string[]) => {
      const output = join(env.TMPDIR, `report-${args.length}`);
      const command = [CLI, 'run', '--config', RETAIL, '--output', output, ...args];
      return spawn(NODE, command, { env, stdio: 'ignore' });
    };
    const killed = start('--env', 'docker');
    const runId = await vi.waitFor(() => onlyRunIn(env.TMPDIR), 30_000);
    await vi.waitFor(() => expect(leftInDocker(runId).length).toBeGreaterThan(1), 60_000);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(leftInDocker(runId).length).toBeGreaterThan(1);

    const [code] = await once(start(), 'exit');
    expect(code).toBe(0);
    expect(leftInDocker(runId)).toEqual([]);
  });
});

function onlyRunIn(folder: string): string {
  const [file] = readdirSync(join(folder, `flowproof-${userInfo().username}`));
  if (file === undefined) throw new Error('no run has started yet');
  return file.replace(/\.run$/, '');
}
