import { defineCause, type GroupFacts, type ServiceFacts } from '../diagnosis/facts.ts';
import { hasGotThrough } from '../diagnosis/follow-flow.ts';
import { ownerOf, quoted } from '../diagnosis/phrases.ts';

/** The service that reads the input was stopped, or its group has no members. */
export const notRunning = defineCause({
  id: 'not-running',
  find({ readers, services, topics }) {
    const away = readers.find((reader) => isAway(reader, services));
    if (!away || readers.some((reader) => reader.assignedPartitions > 0 && !isAway(reader, services)))
      return undefined;
    const service = services.find(({ name }) => name === away.service);
    const why = service?.state === 'stopped' ? 'it was stopped' : 'its group has no members';
    return {
      cause: `${ownerOf(away)} is not running: ${why}, so nothing came on ${quoted(topics)}`,
      evidence: [
        `consumer group "${away.id}": ${away.state}, lag ${away.lag}`,
        ...(service === undefined ? [] : [`its process is ${service.state}`]),
      ],
      hints: [`why ${ownerOf(away)} was stopped, has left its group, or never joined it`],
    };
  },
});

/** A service that ends without a word is a member of its group until its session times out. */
function isAway(reader: GroupFacts, services: readonly ServiceFacts[]): boolean {
  const { members, service } = reader;
  const isEmpty = members === 0 && !hasGotThrough(reader);
  return isEmpty || services.some(({ name, state }) => name === service && state === 'stopped');
}
