import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { Keeper } from '../../../src/stack/processes/keeper.ts';
import { findTree, MARKER_VARIABLE, readProcess } from '../../../src/stack/processes/process-table.ts';
import { markerOfRun } from '../../../src/stack/processes/sweep.ts';
import { NODE } from '../../support/cli.ts';
import { createRunFolder, isRunning } from '../../support/services.ts';

const HOST = resolve(import.meta.dirname, '../../support/services-host.ts');

function startHost(folder: string, runId: string): ChildProcess {
  return spawn(NODE, [HOST, folder, runId], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function processesOf(runId: string): readonly number[] {
  return findTree({ groups: [], marker: markerOfRun(runId) }).map(({ pid }) => pid);
}

describe('when the tool is killed', () => {
  it('its services end with it, also those that left their group or ignore SIGTERM', async () => {
    const folder = createRunFolder();
    const runId = randomUUID();
    const host = startHost(folder, runId);
    await once(host.stdout ?? host, 'data');
    expect(processesOf(runId).length).toBeGreaterThan(5);
    host.kill('SIGKILL');
    await vi.waitFor(() => expect(processesOf(runId)).toEqual([]), 15_000);
  });

  it('at any moment of the start, nothing is left when the next run has started', async () => {
    const folder = createRunFolder();
    for (const runId of Array.from({ length: 6 }, () => randomUUID())) {
      const host = startHost(folder, runId);
      await wait(randomInt(200, 900));
      host.kill('SIGKILL');
      await once(host, 'exit');
      await using _next = await openNext(folder);
      await vi.waitFor(() => expect(processesOf(runId)).toEqual([]), 15_000);
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the start of a run', () => {
  it('ends what a run left whose guardian was killed too, and says of which', async () => {
    const folder = createRunFolder();
    const runId = randomUUID();
    const left = startMarked(runId);
    const pid = left.pid ?? 0;
    writeRunFile(
      folder,
      runId,
      `tool ${await pidOfTheDead()} 1\nadd ${pid} ${readProcess(pid)?.startedAt}\n`,
    );
    await using keeper = await openNext(folder);
    expect(keeper.sweptRuns).toEqual([runId]);
    expect(isRunning(pid)).toBe(false);
  });

  it('leaves the services of a run alone that goes on', async () => {
    const folder = createRunFolder();
    const runId = randomUUID();
    const other = startMarked(runId);
    writeRunFile(folder, runId, `tool ${process.pid} ${readProcess(process.pid)?.startedAt}\n`);
    await using keeper = await openNext(folder);
    expect(keeper.sweptRuns).toEqual([]);
    expect(isRunning(other.pid ?? 0)).toBe(true);
    other.kill('SIGKILL');
  });

  it('never ends a process that only got the number of one that was written down', async () => {
    const folder = createRunFolder();
    const innocent = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    writeRunFile(folder, randomUUID(), `tool ${await pidOfTheDead()} 1\nadd ${innocent.pid} 1\n`);
    await using keeper = await openNext(folder);
    expect(keeper.sweptRuns).toEqual([]);
    expect(isRunning(innocent.pid ?? 0)).toBe(true);
    innocent.kill('SIGKILL');
  });

  it('is not stopped by files that are none of its own', async () => {
    const folder = createRunFolder();
    writeRunFile(folder, 'broken', 'tool x\n\0\0add 1\n');
    await using keeper = await openNext(folder);
    expect(keeper.sweptRuns).toEqual([]);
  });
});

function startMarked(runId: string): ChildProcess {
  const env = { ...process.env, [MARKER_VARIABLE]: `${markerOfRun(runId)}one:` };
  return spawn('sleep', ['60'], { detached: true, stdio: 'ignore', env });
}

/** What the start of another run does first. */
function openNext(folder: string): Promise<Keeper> {
  return Keeper.open(randomUUID(), { clock: systemClock, folder, removeContainers: async () => 0 });
}

function writeRunFile(folder: string, runId: string, text: string): void {
  writeFileSync(join(folder, `${runId}.run`), text);
}

async function pidOfTheDead(): Promise<number> {
  const child = spawn('true', { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}
