import { placeOf } from '../../model/record.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { lookAt, suspect } from '../diagnosis/phrases.ts';

/** The record came on the right topic, but on a partition that the task does not read. */
export const otherPartition = defineCause({
  id: 'other-partition',
  find(facts) {
    const { elsewhere, partitions = [] } = facts;
    const [record] = elsewhere;
    if (!record) return undefined;
    const read = partitions.length === 1 ? 'partition' : 'partitions';
    return {
      cause: `${suspect(facts)} wrote to another partition: ${placeOf(record)} would have matched, the task reads ${read} ${partitions.join(', ')} only`,
      evidence: [],
      hints: [
        'the key of the record, which decides its partition, and "partitions" of this task',
        ...lookAt(facts),
      ],
    };
  },
});
