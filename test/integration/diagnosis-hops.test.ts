import { expect, it } from 'vitest';
import { runProject, taskOf } from '../support/project.ts';

it('does not call a topic broken from which the failed task itself has read, however in vain another task waits on it', async () => {
  const result = await runProject({
    scenario: {
      tasks: {
        sent: { produce: { topic: 'orders', value: { id: 1 } } },
        'in-vain': {
          after: 'sent',
          consume: { topic: 'orders', where: ['.record.value.id == 2'], fail: { after: '1s' } },
        },
        judged: {
          after: 'sent',
          consume: { topic: 'orders', from: 'scenario-start' },
          checks: [{ '.record.value.id': 3 }],
        },
      },
    },
  });
  const { diagnosis } = taskOf(result, 'judged') ?? {};
  expect(diagnosis?.cause).toContain('expected 3, got 1');
  expect(JSON.stringify(diagnosis)).not.toContain('got no record');
  expect(JSON.stringify(diagnosis)).not.toContain('got nothing');
});
