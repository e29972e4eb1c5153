import { type Json, renderJson } from '../model/json.ts';
import { defineReporter } from './reporter.ts';

/** `report.json`: the run result, of which all other final reports can be made again. */
export const json = defineReporter({
  name: 'json',
  file: 'report.json',
  start: (output) => ({
    on() {},
    end(result) {
      // A run result is JSON but for keys that may be undefined, which the text leaves out.
      output.write(`${renderJson(result as unknown as Json, 2)}\n`);
    },
  }),
});
