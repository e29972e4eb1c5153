import { expect, it } from 'vitest';
import { runProject, taskOf } from '../support/project.ts';

it('an error before the first task has begun says what to do, as one of a task does', async () => {
  const result = await runProject({
    scenario: { tasks: { sent: { produce: { topic: 'two words', value: 1 } } } },
  });
  expect(taskOf(result, 'sent')).toMatchObject({
    status: 'error',
    message: 'topic "two words": INVALID_TOPIC_EXCEPTION',
    detail: ['names are up to 249 letters, digits, ".", "_" and "-"'],
  });
});
