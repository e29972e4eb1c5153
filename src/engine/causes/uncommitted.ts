import { placeOf } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { lastWords, lookAt, suspect, suspectService } from '../diagnosis/phrases.ts';

/** The record is there, but in a transaction that was not committed. */
export const uncommitted = defineCause({
  id: 'uncommitted',
  find(facts) {
    const [first] = facts.hidden;
    if (!first) return undefined;
    const how = first.isAborted ? 'that was aborted' : 'that is still open';
    return {
      cause: `${suspect(facts)} wrote ${placeOf(first.record)} in a transaction ${how}`,
      evidence: lastWords(suspectService(facts)),
      hints: [
        'what the service did after it wrote; "isolation: read_uncommitted" reads such records',
        ...lookAt(facts),
      ],
    };
  },
});
