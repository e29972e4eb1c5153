import { defineCause } from '../diagnosis/facts.ts';
import { ownerOf, quoted } from '../diagnosis/phrases.ts';
import { looksLike } from '../diagnosis/similar.ts';

/** Nobody reads the input, but a group reads (or waits for) a topic with a similar name. */
export const lookAlike = defineCause({
  id: 'look-alike',
  find({ readers, otherGroups, inputs, allTopics }) {
    if (readers.some(({ assignedPartitions }) => assignedPartitions > 0)) return undefined;
    for (const group of otherGroups) {
      const topic = group.topics.find((one) => inputs.some((input) => looksLike(one, input)));
      if (topic !== undefined) {
        return {
          cause: `${ownerOf(group)} reads "${topic}", not ${quoted(inputs)}`,
          evidence: [`consumer group "${group.id}" is ${group.state} on "${topic}"`],
          hints: ['the topic name in the configuration of the service'],
        };
      }
    }
    const near = allTopics.find((topic) => inputs.some((input) => looksLike(topic, input)));
    if (near === undefined || readers.length > 0) return undefined;
    return {
      cause: `no consumer group reads ${quoted(inputs)}; is "${near}" meant, which exists too`,
      evidence: [],
      hints: ['the topic names in the configuration of the service and in this scenario'],
    };
  },
});
