import { defineCause } from '../diagnosis/facts.ts';

/** flowproof's own process was kept from running for longer than what the record was late by. */
export const starved = defineCause({
  id: 'starved',
  find({ consume: { loopLagMs = 0, late, limitMs = 0 } }) {
    const wasDecisive = late ? loopLagMs >= late.byMs : loopLagMs >= limitMs;
    if (loopLagMs === 0 || !wasDecisive || limitMs === 0) return undefined;
    return {
      cause: `this machine was starved: flowproof's own process stood still for ${Math.round(loopLagMs)} ms of a ${limitMs} ms limit`,
      evidence: late ? [`the record came ${Math.round(late.byMs)} ms after the deadline`] : [],
      hints: ['what else ran on this machine; a runner with more cores, or fewer scenarios at a time'],
    };
  },
});
