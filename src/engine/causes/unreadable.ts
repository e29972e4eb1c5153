import { placeOf } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { lookAt, suspect } from '../diagnosis/phrases.ts';

/** A record came that the format of the task cannot read. */
export const unreadable = defineCause({
  id: 'unreadable',
  find(facts) {
    const [first] = facts.unreadable;
    if (!first) return undefined;
    return {
      cause: `${suspect(facts)} wrote another format: ${placeOf(first.record)} could not be read`,
      evidence: facts.unreadable.slice(0, 3).map(({ record, reason }) => `${placeOf(record)}: ${reason}`),
      hints: ['"format" of this task, or the serializer of the service', ...lookAt(facts)],
    };
  },
});
