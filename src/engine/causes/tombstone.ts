import { placeOf } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { lookAt, shortJson, suspect } from '../diagnosis/phrases.ts';

/** What came has no value: a deletion where a record was expected. */
export const tombstone = defineCause({
  id: 'tombstone',
  find(facts) {
    const [miss] = facts.misses;
    if (miss?.record.value !== null) return undefined;
    return {
      cause: `${suspect(facts)} wrote a tombstone: ${placeOf(miss.record)} has key ${shortJson(miss.record.key)} and no value`,
      evidence: [`condition "${miss.failed.name}": ${miss.failed.message}`],
      hints: ['whether the service deletes what it should have changed', ...lookAt(facts)],
    };
  },
});
