import { defineCause } from '../diagnosis/facts.ts';
import { quoted } from '../diagnosis/phrases.ts';

/** An earlier hop got nothing: what is missing here is only the consequence. */
export const earlierHop = defineCause({
  id: 'earlier-hop',
  find({ hops, topics }) {
    const broken = hops.find(({ kind, records }) => kind === 'consume' && records === 0);
    if (!broken) return undefined;
    return {
      cause: `the flow broke before: ${quoted(broken.topics)} got nothing either, so ${quoted(topics)} could not`,
      evidence: [],
      hints: [`task "${broken.id}" first: this failure is probably its consequence`],
    };
  },
});
