import { renderCount } from '../../base/count.ts';
import { placeOf } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { lookAt, quoted, shortJson, suspect } from '../diagnosis/phrases.ts';
import { looksLike } from '../diagnosis/similar.ts';

/** What was awaited came on another topic: one with a similar name, or one whose record would have matched. */
export const otherTopic = defineCause({
  id: 'other-topic',
  find(facts) {
    const { moved, topics } = facts;
    const candidates = moved.filter(({ wouldMatch }) => wouldMatch !== false);
    const similar = candidates.find(({ topic }) => topics.some((wanted) => looksLike(topic, wanted)));
    const found = similar ?? candidates.find(({ wouldMatch }) => wouldMatch);
    if (!found) return undefined;
    const { topic, records, sample } = found;
    return {
      cause: `${suspect(facts)} wrote to "${topic}" instead of ${quoted(topics)}: it got ${renderCount(records, 'record')}`,
      evidence: sample ? [`${placeOf(sample)} is ${shortJson(sample.value)}`] : [],
      hints: ['the topic name in the configuration of the service, and in this task', ...lookAt(facts)],
    };
  },
});
