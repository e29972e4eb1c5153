import type { Clock } from '../base/clock.ts';
import { sleep } from '../base/clock.ts';
import type { ScenarioTask } from '../tasks/scenario.ts';

/** How a task ended, as far as its successors care: `ended` lets them go on, `stopped` skips them. */
export type TaskEnd = { readonly how: 'ended' } | { readonly how: 'stopped'; readonly because: string };

export interface GraphOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Runs one task; called once all its links have fired. Must not reject. */
  readonly run: (task: ScenarioTask) => Promise<TaskEnd>;
  /** A task that will never run: one that it waits for was stopped. `because` is the id of the first such task. */
  readonly skip: (task: ScenarioTask, because: string) => void;
}

/**
 * Runs the tasks in the order of their links: each at the END of all it waits for, those without links at once, so
 * branches run in parallel. Resolves when every task has ended or was skipped. The graph has no cycle: `load` checked it.
 */
export async function runGraph(tasks: readonly ScenarioTask[], options: GraphOptions): Promise<void> {
  const ends = new Map<string, Promise<TaskEnd>>();
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const endOf = (id: string): Promise<TaskEnd> => {
    const known = ends.get(id);
    const task = byId.get(id);
    if (known || !task) return known ?? Promise.resolve({ how: 'ended' });
    const end = runAfterLinks(task, endOf, options);
    ends.set(id, end);
    return end;
  };
  await Promise.all(tasks.map((task) => endOf(task.id)));
}

async function runAfterLinks(
  task: ScenarioTask,
  endOf: (id: string) => Promise<TaskEnd>,
  { clock, signal, run, skip }: GraphOptions,
): Promise<TaskEnd> {
  const parents = await Promise.all(
    task.links.map(async ({ task: parent, delayMs }) => {
      const end = await endOf(parent);
      // An aborted wait is no error here: the task itself is then run with an aborted signal and says so.
      if (end.how === 'ended' && delayMs > 0) await sleep(clock, delayMs, signal).catch(() => undefined);
      return end;
    }),
  );
  const stopped = parents.find((end) => end.how === 'stopped');
  if (!stopped) return run(task);
  skip(task, stopped.because);
  return stopped;
}
