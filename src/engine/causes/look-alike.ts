import { defineCause } from '../diagnosis/facts.ts';
import { ownerOf, quoted } from '../diagnosis/phrases.ts';
import { looksLike } from '../diagnosis/similar.ts';

/** Nobody reads the input, but a living group reads (or waits for) a topic with a similar name. */
export const lookAlike = defineCause({
  id: 'look-alike',
  find({ readers, otherGroups, inputs }) {
    if (readers.length > 0) return undefined;
    const living = otherGroups.filter(({ members, service }) => members > 0 || service !== undefined);
    for (const group of living) {
      const topic = group.topics.find((one) => inputs.some((input) => looksLike(one, input)));
      if (topic === undefined) continue;
      return {
        cause: `${ownerOf(group)} reads "${topic}", not ${quoted(inputs)}`,
        evidence: [`consumer group "${group.id}" is ${group.state} on "${topic}"`],
        hints: ['the topic name in the configuration of the service'],
      };
    }
    return undefined;
  },
});
