import { describeCrash } from '../diagnosis/crash.ts';
import { defineCause } from '../diagnosis/facts.ts';

/** A service ended while the scenario ran, and not because we stopped it. */
export const crashed = defineCause({
  id: 'crashed',
  find: ({ services, topics }) => describeCrash(services, topics),
});
