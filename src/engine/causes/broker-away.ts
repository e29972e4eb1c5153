import { renderCount } from '../../base/count.ts';
import { defineCause } from '../diagnosis/facts.ts';

/** A broker that was away for less than this share of the window did not decide it. */
const SHARE = 0.1;

/** The broker could not be reached for a part of the window that matters. */
export const brokerAway = defineCause({
  id: 'broker-away',
  find({ interruptions, consume }) {
    const awayMs = interruptions.reduce((sum, { forMs }) => sum + forMs, 0);
    if (awayMs === 0 || awayMs < SHARE * consume.elapsedMs) return undefined;
    const times = renderCount(interruptions.length, 'time');
    return {
      cause: `the broker was away for ${Math.round(awayMs)} ms of the ${Math.round(consume.elapsedMs)} ms window`,
      evidence: [`${times}: ${[...new Set(interruptions.map(({ reason }) => reason))].join('; ')}`],
      hints: ["the broker's own log, and the network between it and this machine"],
    };
  },
});
