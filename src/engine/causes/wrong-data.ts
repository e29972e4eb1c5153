import { placeOf } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { lookAt, suspect } from '../diagnosis/phrases.ts';

/** What came is not what a check asks for. */
export const wrongData = defineCause({
  id: 'wrong-data',
  find(facts) {
    const { failedCheck } = facts;
    if (failedCheck?.status !== 'failed') return undefined;
    const { name, message = 'it does not hold', record, failed, evaluated } = failedCheck;
    const where = record ? ` in ${placeOf(record)}` : '';
    return {
      cause: `${suspect(facts)} wrote something else than "${name}" asks for${where}: ${message}`,
      evidence: evaluated > 1 ? [`the check failed on ${failed} of ${evaluated} records`] : [],
      hints: ['the whole record in the report, and what the service made it of', ...lookAt(facts)],
    };
  },
});
