import { defineCause } from '../diagnosis/facts.ts';
import { quoted } from '../diagnosis/phrases.ts';
import { looksLike } from '../diagnosis/similar.ts';

/** There is no such topic: nobody has written to it, nor created it. */
export const noTopic = defineCause({
  id: 'no-topic',
  find({ topics, allTopics, consume }) {
    // Kafka's own topics are not among all.
    const missing = topics.filter((topic) => !allTopics.includes(topic) && !topic.startsWith('__'));
    // Without any names the cluster has not told them, or has too many.
    if (missing.length === 0 || allTopics.length === 0 || consume.read > 0) return undefined;
    const similar = allTopics.filter((topic) => missing.some((name) => looksLike(topic, name)));
    return {
      cause: `there is no topic ${quoted(missing)}, and nobody wrote to it`,
      evidence:
        similar.length > 0 ? [`topics with a similar name exist: ${quoted(similar.slice(0, 3))}`] : [],
      hints: ['the topic name in this task, and in the configuration of the service that should write to it'],
    };
  },
});
