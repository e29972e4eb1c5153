import { z } from 'zod';
import { sleep } from '../base/clock.ts';
import { resolve } from '../expr/resolve.ts';
import { input } from '../expr/template.ts';
import { duration } from '../model/duration.ts';
import { defineTask, type TaskContext } from './define-task.ts';

const name = input(z.string().min(1)).optional();

/** What may be done to a service, and what undoes it. */
const actions = ['pause', 'resume', 'stop', 'kill', 'start', 'restart'] as const;
type Action = (typeof actions)[number];
const UNDONE_BY: Readonly<Partial<Record<Action, Action>>> = {
  pause: 'resume',
  stop: 'start',
  kill: 'start',
};

const spec = z
  .strictObject({
    pause: name.describe('it stands still, as a process that gets no time'),
    resume: name.describe('it goes on after a pause'),
    stop: name.describe('it is asked to end'),
    kill: name.describe('it ends at once, without being asked'),
    start: name.describe('it starts, and is waited for until it is ready'),
    restart: name.describe('it is stopped and started'),
    for: input(duration)
      .optional()
      .describe('how long: then a paused service goes on, a stopped or killed one starts'),
  })
  .superRefine((written, context) => {
    const given = actions.filter((action) => written[action] !== undefined);
    const [first] = given;
    if (given.length !== 1) {
      context.addIssue({
        code: 'custom',
        message:
          given.length === 0
            ? 'nothing to do with a service'
            : `${given.length} things to do: ${given.join(', ')}`,
        params: { hint: `write one of ${actions.join(', ')}, each in a task of its own` },
      });
    } else if (written.for !== undefined && first && UNDONE_BY[first] === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['for'],
        message: `"for" beside "${first}", which nothing undoes`,
        params: { hint: 'use it with pause, stop or kill' },
      });
    }
  });

/** `service` (language.md §6): disturbs a service under test, so that recovery can be proved. */
export const service = defineTask({
  kind: 'service',
  summary: 'pauses, stops, kills or starts a service under test',
  examples: [{ pause: 'user-service', for: '1500ms' }],
  emits: undefined,
  disturbs: true,
  spec,
  services: (written) =>
    actions.flatMap((action) => {
      const target = written[action];
      return typeof target === 'string' ? [{ service: target, path: [action] }] : [];
    }),
  async run(given, context) {
    const evaluated = await resolve(given, () => context.expressionContext(), context.jq);
    const action = actions.find((one) => evaluated[one] !== undefined) ?? 'resume';
    const target = evaluated[action] ?? '';
    await act(action, target, context);
    const undo = evaluated.for === undefined ? undefined : UNDONE_BY[action];
    if (undo === undefined) return {};
    try {
      await sleep(context.clock, evaluated.for ?? 0, context.signal);
    } finally {
      // On abort too: a paused process could not even be ended politely.
      if (!context.signal.aborted || undo === 'resume') await act(undo, target, context);
    }
    return {};
  },
});

function act(action: Action, target: string, { services, signal }: TaskContext): Promise<void> {
  return action === 'start' || action === 'restart'
    ? services[action](target, signal)
    : services[action](target);
}
