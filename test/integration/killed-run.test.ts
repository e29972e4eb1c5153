import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { CLI, NODE, ROOT } from '../support/cli.ts';

const RETAIL = join(ROOT, 'scenarios/retail/flowproof.yaml');
const INTERRUPTED = 130;

describe.runIf(process.platform === 'linux')('a run that is ended at a random moment', () => {
  it.for(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('by %s leaves no process behind', async (signal) => {
    for (let round = 0; round < 4; round++) {
      const env = { ...process.env, TMPDIR: mkdtempSync(join(tmpdir(), 'flowproof-ended-')) };
      const run = spawn(NODE, [CLI, 'run', '--config', RETAIL, '--output', join(env.TMPDIR, 'report')], {
        env,
        stdio: 'ignore',
      });
      const exited = once(run, 'exit');
      await wait(randomInt(100, 1_500));
      run.kill(signal);
      const [code] = await exited;
      // A run that was over before the signal came has passed; one that had not begun to listen was simply ended.
      if (signal !== 'SIGKILL') expect([INTERRUPTED, 0, null]).toContain(code);
      await vi.waitFor(() => expect(processesWith(env.TMPDIR)).toEqual([]), 10_000);
    }
  });
});

/** The commands of all processes that were started with this temporary folder. */
function processesWith(folder: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const environ = readFileSync(`/proc/${pid}/environ`, 'latin1');
      return environ.includes(`TMPDIR=${folder}\0`) ? [readFileSync(`/proc/${pid}/cmdline`, 'latin1')] : [];
    } catch {
      return []; // No process, or it has ended.
    }
  });
}
