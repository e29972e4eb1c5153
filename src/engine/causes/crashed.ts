import { defineCause, type ServiceFacts } from '../diagnosis/facts.ts';
import { lastWords, quoted } from '../diagnosis/phrases.ts';

/** A service ended while the scenario ran, and not because we stopped it. */
export const crashed = defineCause({
  id: 'crashed',
  find({ services, topics }) {
    const dead = services.find(({ state }) => state === 'exited');
    if (!dead) return undefined;
    return {
      cause: `service "${dead.name}" ${ending(dead)} while the scenario waited for ${quoted(topics)}`,
      evidence: lastWords(dead),
      hints: [`the last lines of service "${dead.name}": it ended on the record it was given`],
    };
  },
});

function ending({ exitCode }: ServiceFacts): string {
  return exitCode === null || exitCode === undefined
    ? 'was ended by a signal'
    : `exited with code ${exitCode}`;
}
