import { renderCount } from '../../base/count.ts';
import { defineCause } from '../diagnosis/facts.ts';
import { hasGotThrough } from '../diagnosis/follow-flow.ts';
import {
  describeMoved,
  hasTrouble,
  lastWords,
  lookAt,
  ownerOf,
  quoted,
  suspectService,
} from '../diagnosis/phrases.ts';

/** The service has read its input and wrote nothing to where it was awaited. */
export const caughtUp = defineCause({
  id: 'caught-up',
  find(facts) {
    const { readers, topics, inputs, passed, earlier, consume } = facts;
    const done = readers.find(hasGotThrough);
    const { matched, awaited, read, late } = consume;
    if (!done || read > matched || late || matched >= awaited) return undefined;
    const what = matched === 0 ? 'nothing' : `only ${matched} of ${renderCount(awaited, 'record')}`;
    const service = suspectService(facts);
    const said = hasTrouble(service) ? ', and its log speaks of trouble' : '';
    const [from, to] = [quoted(inputs), quoted(topics)];
    return {
      cause:
        passed.length > 0
          ? `the flow came as far as ${from}: ${ownerOf(done)} has read it to its end${said}, but ${what} came on ${to}`
          : `${ownerOf(done)} read ${from} to its end and wrote ${what} to ${to}${said}`,
      evidence: [...lastWords(service), ...(matched === 0 ? describeMoved(facts) : [])],
      hints: [
        'whether it decided not to answer this record',
        ...earlier.map((one) => `whether it is ${ownerOf(one)} that should have written to ${to}`),
        ...lookAt(facts),
      ],
    };
  },
});
