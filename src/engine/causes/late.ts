import { defineCause } from '../diagnosis/facts.ts';
import {
  lastWords,
  lookAt,
  ownerOf,
  place,
  quoted,
  slowestSpan,
  slowSpans,
  suspectService,
} from '../diagnosis/phrases.ts';

/** The record came, but after the deadline. */
export const late = defineCause({
  id: 'late',
  find(facts) {
    const { consume, readers, topics } = facts;
    if (!consume.late) return undefined;
    const { latencyMs, byMs, record } = consume.late;
    const [only, second] = readers;
    const who = only && !second ? `${ownerOf(only)} was too slow: ` : '';
    return {
      cause: `${who}the record on ${quoted(topics)} came after ${Math.round(latencyMs)} ms, ${Math.round(byMs)} ms past the limit of ${consume.limitMs ?? 0} ms${slowestSpan(facts)}`,
      evidence: [`it is ${place(record)}`, ...slowSpans(facts), ...lastWords(suspectService(facts))],
      hints: lookAt(facts),
    };
  },
});
