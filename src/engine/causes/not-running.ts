import { defineCause } from '../diagnosis/facts.ts';
import { ownerOf, quoted } from '../diagnosis/phrases.ts';

/** The group that reads the input has no members. */
export const notRunning = defineCause({
  id: 'not-running',
  find({ readers, services, topics }) {
    const away = readers.find(({ members }) => members === 0);
    if (!away || readers.some(({ assignedPartitions }) => assignedPartitions > 0)) return undefined;
    const state = services.find(({ name }) => name === away.service)?.state;
    return {
      cause: `${ownerOf(away)} is not running: its group "${away.id}" has no members, so nothing came on ${quoted(topics)}`,
      evidence: [
        `consumer group "${away.id}": ${away.state}, lag ${away.lag}`,
        ...(state === undefined ? [] : [`its process is ${state}`]),
      ],
      hints: [`why ${ownerOf(away)} has left, or never joined, its group`],
    };
  },
});
