import { defineCause } from '../diagnosis/facts.ts';
import {
  describeMoved,
  hasTrouble,
  lastWords,
  lookAt,
  ownerOf,
  quoted,
  suspectService,
} from '../diagnosis/phrases.ts';

/** The service has read its input and wrote nothing to where it was awaited. */
export const caughtUp = defineCause({
  id: 'caught-up',
  find(facts) {
    const { readers, topics, inputs, consume } = facts;
    const done = readers.find(({ assignedPartitions, lag }) => assignedPartitions > 0 && lag === 0n);
    if (!done || consume.read > 0 || consume.late) return undefined;
    const service = suspectService(facts);
    const said = hasTrouble(service) ? ', and its log speaks of trouble' : '';
    return {
      cause: `${ownerOf(done)} read ${quoted(inputs)} to its end and wrote nothing to ${quoted(topics)}${said}`,
      evidence: [...lastWords(service), ...describeMoved(facts)],
      hints: ['whether it decided not to answer this record', ...lookAt(facts)],
    };
  },
});
