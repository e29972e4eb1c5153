import { z } from 'zod';
import { resolve } from '../expr/resolve.ts';
import { freeform } from '../expr/template.ts';
import type { Json } from '../model/json.ts';
import { defineTask } from './define-task.ts';

/** `set` (language.md §6): gives values to variables for the tasks that follow. */
export const set = defineTask({
  kind: 'set',
  summary: 'gives values to variables, which later tasks see',
  examples: [{ orderId: '${{ .record.value.id }}' }],
  emits: undefined,
  spec: z.record(z.string().min(1), freeform()),
  async run(values, context) {
    // One after the other, so that each sees those before it.
    for (const [name, value] of Object.entries(values)) {
      const resolved = await resolve(value, () => context.expressionContext(), context.jq);
      context.setVariables({ [name]: resolved as Json }); // freeform() let nothing else in
    }
    return {};
  },
});
