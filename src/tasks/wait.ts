import { sleep } from '../base/clock.ts';
import { resolve } from '../expr/resolve.ts';
import { input } from '../expr/template.ts';
import { duration } from '../model/duration.ts';
import { defineTask } from './define-task.ts';

/** `wait` (language.md §6): lets time pass. */
export const wait = defineTask({
  kind: 'wait',
  summary: 'lets time pass',
  examples: ['300ms'],
  emits: undefined,
  spec: input(duration),
  async run(given, { clock, signal, jq, expressionContext }) {
    await sleep(clock, await resolve(given, () => expressionContext(), jq), signal);
    return {};
  },
});
