import { renderJson } from '../../model/json.ts';
import type { RecordView } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { lookAt, place, suspect } from '../diagnosis/phrases.ts';

/** More came than expected, and the surplus is a record that was there already. */
export const duplicate = defineCause({
  id: 'duplicate',
  find(facts) {
    const { matches, consume } = facts;
    if (consume.matched <= consume.awaited) return undefined;
    const [first, again] = repeated(matches) ?? [];
    if (!first || !again) return undefined;
    return {
      cause: `${suspect(facts)} wrote the same record twice: ${place(first)} and ${place(again)}`,
      evidence: ['both have the same key and value'],
      hints: [
        'whether the service commits its offset after it has written, and what happens to it when it is restarted in between',
        ...lookAt(facts),
      ],
    };
  },
});

/** The first two records with equal key and value. */
function repeated(matches: readonly RecordView[]): readonly [RecordView, RecordView] | undefined {
  const seen = new Map<string, RecordView>();
  for (const record of matches) {
    const content = renderJson([record.key, record.value]);
    const first = seen.get(content);
    if (first) return [first, record];
    seen.set(content, record);
  }
  return undefined;
}
