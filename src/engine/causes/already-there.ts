import { placeOf } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { quoted } from '../diagnosis/phrases.ts';

/** A record that would have matched was written before the scenario began. */
export const alreadyThere = defineCause({
  id: 'already-there',
  find({ before, topics }) {
    const record = before.at(-1);
    if (!record) return undefined;
    return {
      cause: `a matching record was on ${quoted(topics)} before the scenario began: ${placeOf(record)}`,
      evidence: [`its time stamp is ${new Date(Number(record.timestamp)).toISOString()}`],
      hints: [
        'whether the service had answered an earlier run already and now knows the record; "from: beginning" reads what was there before',
      ],
    };
  },
});
