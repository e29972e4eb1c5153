import type { CheckOutcome } from '../model/check-outcome.ts';

/** One outcome a check, of those of several runs of a task: the counts added, and shown is the first that failed. */
export function mergeOutcomes(runs: readonly (readonly CheckOutcome[])[]): readonly CheckOutcome[] {
  const merged = new Map<string, CheckOutcome>();
  for (const check of runs.flat()) {
    const known = merged.get(check.name);
    merged.set(check.name, known ? merge(known, check) : check);
  }
  return [...merged.values()];
}

function merge(a: CheckOutcome, b: CheckOutcome): CheckOutcome {
  const shown = a.status === 'failed' || b.status === 'notEvaluated' ? a : b;
  return { ...shown, evaluated: a.evaluated + b.evaluated, failed: a.failed + b.failed };
}
