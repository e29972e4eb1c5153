import type { JsonObject } from '../../model/json.ts';
import type { Surroundings } from '../define-task.ts';
import type { Condition } from './condition.ts';
import { judge } from './judge.ts';
import type { MatchOutcome } from './match-outcome.ts';

/** One outcome per context, in order. An error in a condition is no match (language.md §3). */
export async function match(
  conditions: readonly Condition[],
  contexts: readonly JsonObject[],
  surroundings: Surroundings,
): Promise<readonly MatchOutcome[]> {
  const judged = await Promise.all(conditions.map((condition) => judge(condition, contexts, surroundings)));
  return contexts.map((_, index) => {
    const first = judged.findIndex((of) => !of[index]?.passed);
    const met = judged.filter((of) => of[index]?.passed).length;
    if (first < 0) return { matched: true, met };
    const message = judged[first]?.[index]?.message ?? 'it does not hold';
    return { matched: false, met, failed: { name: conditions[first]?.name ?? '', message } };
  });
}
