import { defineCause } from '../diagnosis/facts.ts';
import { lastWords, lookAt, ownerOf, quoted, suspectService } from '../diagnosis/phrases.ts';

/** The service has partitions and is behind: it does not get through its input. */
export const stuck = defineCause({
  id: 'stuck',
  find(facts) {
    const { readers, topics, inputs, consume } = facts;
    if (consume.late) return undefined;
    const behind = readers.find(({ lag, assignedPartitions }) => lag > 0n && assignedPartitions > 0);
    if (!behind) return undefined;
    const moving = behind.hasMoved ? 'moving, but too slowly' : 'not moving';
    return {
      cause: `${ownerOf(behind)} has not got through ${quoted(inputs)} (lag ${behind.lag}, ${moving}), so nothing came on ${quoted(topics)}`,
      evidence: lastWords(suspectService(facts)),
      hints: [
        `what ${ownerOf(behind)} was doing with the record it has not committed; one that commits rarely may have read it all the same`,
        ...(behind.service === undefined
          ? ['whether it still runs: a member that died is missed only when its session times out']
          : []),
        ...lookAt(facts),
      ],
    };
  },
});
