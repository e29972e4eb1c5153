import { renderCount } from '../../base/count.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { ownerOf, quoted } from '../diagnosis/phrases.ts';

/** The group has members, but none of them was given a partition of the input. */
export const notAssigned = defineCause({
  id: 'not-assigned',
  find({ readers, inputs }) {
    const idle = readers.find(({ members, assignedPartitions }) => members > 0 && assignedPartitions === 0);
    if (!idle || readers.some(({ assignedPartitions }) => assignedPartitions > 0)) return undefined;
    return {
      cause: `${ownerOf(idle)} runs, but its group "${idle.id}" has no partitions of ${quoted(inputs)} assigned`,
      evidence: [`consumer group "${idle.id}": ${idle.state}, ${renderCount(idle.members, 'member')}`],
      hints: ['whether the group is rebalancing, and what its members subscribe to'],
    };
  },
});
