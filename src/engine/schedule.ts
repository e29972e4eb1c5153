/** One thing to run, and the topics that it shares with others. */
export interface Planned {
  /** undefined: it may run beside anything. `everything`: beside nothing. */
  readonly topics: ReadonlySet<string> | 'everything' | undefined;
}

/**
 * Runs all of `planned`, as many at a time as `concurrency` allows. Two that share a topic run one after the other, in
 * their order; those that share none need not wait for each other. Rejects with the first rejection, when all that was
 * started has come to its end. `goesOn` is asked before each start.
 */
export async function runScheduled<Item extends Planned>(
  planned: readonly Item[],
  {
    concurrency,
    goesOn,
    run,
  }: {
    readonly concurrency: number;
    readonly goesOn: () => boolean;
    readonly run: (item: Item) => Promise<void>;
  },
): Promise<void> {
  const waiting = [...planned];
  const running = new Map<Item, Promise<void>>();
  const failures: unknown[] = [];
  while (goesOn() && failures.length === 0) {
    const next = running.size < concurrency ? findNext(waiting, [...running.keys()]) : undefined;
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      const done = run(next)
        .catch((cause) => void failures.push(cause))
        .finally(() => running.delete(next));
      running.set(next, done);
    } else if (running.size > 0) await Promise.race(running.values());
    else break;
  }
  await Promise.all(running.values());
  if (failures.length > 0) throw failures[0];
}

/** The first that shares nothing with what runs, nor with one before it that has to wait. */
function findNext<Item extends Planned>(
  waiting: readonly Item[],
  running: readonly Item[],
): Item | undefined {
  const before: Item[] = [...running];
  for (const item of waiting) {
    if (!before.some((other) => conflict(item, other))) return item;
    before.push(item);
  }
  return undefined;
}

function conflict(a: Planned, b: Planned): boolean {
  if (a.topics === undefined || b.topics === undefined) return false;
  if (a.topics === 'everything' || b.topics === 'everything') return true;
  return !a.topics.isDisjointFrom(b.topics);
}
