import { renderCount } from '../../base/count.ts';
import { placeOf } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { lookAt, quoted, shortJson, suspect } from '../diagnosis/phrases.ts';

/** How many of the records are shown. */
const SHOWN = 3;

/** More came than was expected, each with something else in it. */
export const tooMany = defineCause({
  id: 'too-many',
  find(facts) {
    const { consume, matches, topics } = facts;
    const latest = matches.at(-1);
    if (consume.matched <= consume.awaited || !latest) return undefined;
    const [who, to] = [suspect(facts), quoted(topics)];
    return {
      cause:
        consume.awaited === 0
          ? `${who} wrote to ${to} where silence was expected: ${placeOf(latest)}`
          : `${who} wrote more to ${to} than the ${renderCount(consume.awaited, 'record')} expected: ${placeOf(latest)}`,
      evidence: matches.slice(-SHOWN).map((record) => `${placeOf(record)} is ${shortJson(record.value)}`),
      hints: ['whether "where" lets through records that are not meant', ...lookAt(facts)],
    };
  },
});
