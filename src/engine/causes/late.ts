import { placeOf } from '../../model/record.ts';
import { defineCause, type Facts, type Finding } from '../diagnosis/facts.ts';
import {
  lastWords,
  lookAt,
  ownerOf,
  quoted,
  slowestSpan,
  slowSpans,
  suspect,
  suspectService,
} from '../diagnosis/phrases.ts';

/** The record came, but after the deadline. */
export const late = defineCause({
  id: 'late',
  find(facts) {
    const { consume, readers, topics } = facts;
    if (!consume.late) return slowAsAWhole(facts);
    const { latencyMs, byMs, record } = consume.late;
    const [only, second] = readers;
    const who = only && !second ? `${ownerOf(only)} was too slow: ` : '';
    return {
      cause: `${who}the record on ${quoted(topics)} came after ${Math.round(latencyMs)} ms, ${Math.round(byMs)} ms past the limit of ${consume.limitMs ?? 0} ms${slowestSpan(facts)}`,
      evidence: [`it is ${placeOf(record)}`, ...slowSpans(facts), ...lastWords(suspectService(facts))],
      hints: lookAt(facts),
    };
  },
});

/** All came by the deadline, but `expect.latency` did not hold. */
function slowAsAWhole(facts: Facts): Finding | undefined {
  const { failedCheck } = facts;
  if (!failedCheck?.name.startsWith('latency ')) return undefined;
  return {
    cause: `${suspect(facts)} was too slow: ${failedCheck.name}: ${failedCheck.message ?? ''}`,
    evidence: slowSpans(facts),
    hints: lookAt(facts),
  };
}
