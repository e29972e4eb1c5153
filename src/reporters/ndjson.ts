import { type Json, renderJson } from '../model/json.ts';
import { defineReporter } from './reporter.ts';

/** `events.ndjson`: every event of the run, one a line, as it happens. */
export const ndjson = defineReporter({
  name: 'ndjson',
  file: 'events.ndjson',
  start: (output) => ({
    on(event) {
      // An event is JSON but for keys that may be undefined, which the text leaves out.
      output.write(`${renderJson(event as unknown as Json)}\n`);
    },
  }),
});
