import { renderJson } from '../../model/json.ts';
import type { RecordView } from '../../model/record.ts';
import { placeOf } from '../../model/record.ts';
import { defineCause, type Facts, type Finding } from '../diagnosis/facts.ts';
import { lookAt, suspect } from '../diagnosis/phrases.ts';

/** Something came twice that should have come once. */
export const duplicate = defineCause({
  id: 'duplicate',
  find(facts) {
    const twice = sameRecord(facts) ?? sameValue(facts);
    if (!twice) return undefined;
    return {
      ...twice,
      hints: [
        'whether the service commits its offset after it has written, and what happens to it when it is restarted in between',
        ...lookAt(facts),
      ],
    };
  },
});

type Twice = Pick<Finding, 'cause' | 'evidence'>;

/** One record too many, and it is one that was there already. */
function sameRecord(facts: Facts): Twice | undefined {
  const { matches, consume } = facts;
  const [first, again] = repeated(matches) ?? [];
  if (consume.matched <= consume.awaited || !first || !again) return undefined;
  return {
    cause: `${suspect(facts)} wrote the same record twice: ${placeOf(first)} and ${placeOf(again)}`,
    evidence: ['both have the same key and value'],
  };
}

/** `expect.unique` did not hold. */
function sameValue(facts: Facts): Twice | undefined {
  const { failedCheck } = facts;
  if (failedCheck?.operator !== 'unique') return undefined;
  return {
    cause: `${suspect(facts)} wrote a value twice: ${failedCheck.message ?? failedCheck.name}`,
    evidence: [],
  };
}

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
