import { defineCause } from '../diagnosis/facts.ts';
import { lookAt, suspect } from '../diagnosis/phrases.ts';

/** The names that `ordered` and `sequence` give their outcomes. */
const ORDER = /^(?:ordered by|sequence of) /;

/** All came, but not in the order that was expected. */
export const wrongOrder = defineCause({
  id: 'wrong-order',
  find(facts) {
    const { failedCheck } = facts;
    if (!failedCheck || !ORDER.test(failedCheck.name)) return undefined;
    return {
      cause: `${suspect(facts)} wrote in another order: ${failedCheck.message ?? failedCheck.name}`,
      evidence: [],
      hints: [
        'whether the service handles records beside each other, or writes with a key that spreads them over partitions',
        ...lookAt(facts),
      ],
    };
  },
});
