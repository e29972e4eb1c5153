import { type Clock, sleep } from '../../base/clock.ts';
import { findTree, type ProcessTree } from './process-table.ts';

const LOOK_MS = 20;
/** SIGKILL is not answered sooner when the machine is busy, or the process is stuck in the kernel. */
const KILL_MS = 2_000;

/** Sends a signal to every process of the tree; those that have ended meanwhile are no error. */
export function signalTree(tree: ProcessTree, signal: NodeJS.Signals): void {
  const stray = findTree(tree).filter(({ group }) => !tree.groups.includes(group));
  for (const target of [...tree.groups.map((group) => -group), ...stray.map(({ pid }) => pid)]) {
    try {
      process.kill(target, signal);
    } catch (cause) {
      // ESRCH: it has ended. EPERM: it runs as another user now, and nobody but root can do more.
      if (!['ESRCH', 'EPERM'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
    }
  }
}

/**
 * Ends every process of the tree: SIGTERM, and SIGKILL for what is left after `graceMs` (at once with 0). Resolves when
 * nothing of it runs any more.
 */
export async function endTree(
  tree: ProcessTree,
  { clock, graceMs }: { readonly clock: Clock; readonly graceMs: number },
): Promise<void> {
  if (graceMs > 0) {
    signalTree(tree, 'SIGTERM');
    signalTree(tree, 'SIGCONT'); // One that is stopped gets its SIGTERM only when it goes on.
    if (await isGoneWithin(graceMs, tree, clock)) return;
  }
  signalTree(tree, 'SIGKILL');
  await isGoneWithin(KILL_MS, tree, clock);
}

async function isGoneWithin(limitMs: number, tree: ProcessTree, clock: Clock): Promise<boolean> {
  const untilMs = clock.nowMs() + limitMs;
  const never = new AbortController().signal;
  while (findTree(tree).length > 0) {
    if (clock.nowMs() >= untilMs) return false;
    await sleep(clock, LOOK_MS, never);
  }
  return true;
}
