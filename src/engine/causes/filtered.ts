import { renderCount } from '../../base/count.ts';
import { type Json, parseJson } from '../../model/json.ts';
import { placeOf } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { lookAt, shortJson, suspect } from '../diagnosis/phrases.ts';

/** Records came on the right topic, but none met all conditions: the nearest one tells which. */
export const filtered = defineCause({
  id: 'filtered',
  find(facts) {
    const { misses, consume } = facts;
    const [nearest] = misses;
    if (!nearest || consume.matched >= consume.awaited) return undefined;
    const { failed, met, of, record } = nearest;
    return {
      cause: `${placeOf(record)} came but did not match: condition "${failed.name}": ${failed.message}`,
      evidence: [
        `it met ${met} of ${renderCount(of, 'condition')}; it is ${shortJson(record.value)}`,
        ...(isEncodedTwice(record.value)
          ? ['its value is a JSON string with JSON inside: it was encoded twice']
          : []),
        ...misses
          .slice(1, 3)
          .map(
            (miss) =>
              `${placeOf(miss.record)} met ${miss.met}: "${miss.failed.name}": ${miss.failed.message}`,
          ),
      ],
      hints: [
        `whether ${suspect(facts)} wrote the wrong value, or "where" asks for the wrong one`,
        ...lookAt(facts),
      ],
    };
  },
});

/** A text that is JSON, or that is a JSON string with JSON in it. */
function isEncodedTwice(value: Json): boolean {
  const inner = typeof value === 'string' ? tryParse(value) : undefined;
  return typeof (typeof inner === 'string' ? tryParse(inner) : inner) === 'object';
}

function tryParse(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
