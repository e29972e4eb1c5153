import { defineCause } from '../diagnosis/facts.ts';
import { quoted } from '../diagnosis/phrases.ts';
import { looksLike } from '../diagnosis/similar.ts';

/** No consumer group reads the topic that the awaited record should be made from. */
export const nobodyReads = defineCause({
  id: 'nobody-reads',
  find({ inputs, readers, topics, allTopics, areGroupsKnown }) {
    if (!areGroupsKnown || inputs.length === 0 || readers.length > 0) return undefined;
    const similar = allTopics.filter((topic) => inputs.some((input) => looksLike(topic, input)));
    return {
      cause: `no consumer group reads ${quoted(inputs)}, so nothing came on ${quoted(topics)}`,
      evidence: [],
      hints: [
        `is the service that reads ${quoted(inputs)} running, with the right topic and group?`,
        ...(similar.length > 0 ? [`topics with a similar name exist: ${quoted(similar.slice(0, 3))}`] : []),
      ],
    };
  },
});
