import { renderCount } from '../../base/count.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { place } from '../diagnosis/phrases.ts';

/** Records came on the right topic, but none met all conditions: the nearest one tells which. */
export const filtered = defineCause({
  id: 'filtered',
  find({ misses, consume }) {
    const [nearest] = misses;
    if (!nearest || consume.matched >= consume.awaited) return undefined;
    const { failed, met, of, record } = nearest;
    return {
      cause: `${place(record)} came but did not match: condition "${failed.name}": ${failed.message}`,
      evidence: [
        `it met ${met} of ${renderCount(of, 'condition')}`,
        ...misses
          .slice(1, 3)
          .map(
            (miss) => `${place(miss.record)} met ${miss.met}: "${miss.failed.name}": ${miss.failed.message}`,
          ),
      ],
      hints: ['whether the service wrote the wrong value, or "where" asks for the wrong one'],
    };
  },
});
