import type { Clock } from '../../base/clock.ts';
import { endTree } from './end-tree.ts';
import { findTree, readProcess } from './process-table.ts';
import { type KnownProcess, type RunFile, readRunFiles, removeRunFile } from './run-file.ts';

/** The marker of all processes of one run's services: `<run>:<service>` of each begins with it. */
export function markerOfRun(runId: string): string {
  return `${runId}:`;
}

/** Ends what killed runs have left running. Resolves with the ids of the runs of which there was something to end. */
export async function sweepLeftovers(folder: string, clock: Clock): Promise<readonly string[]> {
  const dead = readRunFiles(folder).filter(({ tool }) => !isRunning(tool));
  const swept = await Promise.all(dead.map((run) => sweepRun(run, { folder, clock })));
  return swept.flat();
}

async function sweepRun(
  { runId, leaders }: RunFile,
  { folder, clock }: { readonly folder: string; readonly clock: Clock },
): Promise<readonly string[]> {
  const tree = { groups: leaders.filter(isRunning).map(({ pid }) => pid), marker: markerOfRun(runId) };
  const hadLeftovers = findTree(tree).length > 0;
  if (hadLeftovers) await endTree(tree, { clock, graceMs: 0 });
  removeRunFile(folder, runId);
  return hadLeftovers ? [runId] : [];
}

function isRunning({ pid, startedAt }: KnownProcess): boolean {
  const found = readProcess(pid);
  return found !== undefined && !found.isZombie && found.startedAt === startedAt;
}
