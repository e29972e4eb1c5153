import type { Clock } from '../../base/clock.ts';
import { RunError } from '../../base/errors.ts';
import { endTree } from './end-tree.ts';
import { findTree, readProcess } from './process-table.ts';
import { type KnownProcess, type RunFile, readRunFiles, removeRunFile } from './run-file.ts';

/** The marker of all processes of one run's services: `<run>:<service>` of each begins with it. */
export function markerOfRun(runId: string): string {
  return `${runId}:`;
}

export interface SweepDeps {
  readonly clock: Clock;
  /** Removes what a run has made in Docker, and resolves with how much there was. @throws RunError when Docker does not answer */
  readonly removeContainers: (runId: string) => Promise<number>;
}

/** Ends what killed runs have left. Resolves with the ids of the runs of which there was something to end. */
export async function sweepLeftovers(folder: string, deps: SweepDeps): Promise<readonly string[]> {
  const dead = readRunFiles(folder).filter(({ tool }) => !isRunning(tool));
  const swept = await Promise.all(
    dead.map(async (run) => {
      const [processes, containers] = await Promise.all([endProcesses(run, deps), endContainers(run, deps)]);
      if (containers !== undefined) removeRunFile(folder, run.runId);
      return processes + (containers ?? 0) > 0 ? [run.runId] : [];
    }),
  );
  return swept.flat();
}

async function endProcesses({ runId, leaders }: RunFile, { clock }: SweepDeps): Promise<number> {
  const tree = { groups: leaders.filter(isRunning).map(({ pid }) => pid), marker: markerOfRun(runId) };
  const left = findTree(tree).length;
  if (left > 0) await endTree(tree, { clock, graceMs: 0 });
  return left;
}

/** Undefined when Docker does not answer now: then a later run tries again. */
async function endContainers({ runId, usesDocker }: RunFile, deps: SweepDeps): Promise<number | undefined> {
  if (!usesDocker) return 0;
  try {
    return await deps.removeContainers(runId);
  } catch (cause) {
    if (cause instanceof RunError) return undefined;
    throw cause;
  }
}

function isRunning({ pid, startedAt }: KnownProcess): boolean {
  const found = readProcess(pid);
  return found !== undefined && !found.isZombie && found.startedAt === startedAt;
}
