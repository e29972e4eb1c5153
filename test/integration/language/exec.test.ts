import { expect, it } from 'vitest';
import { runProject } from '../../support/project.ts';

it('exec runs in a folder that is relative to the scenario, wherever flowproof itself was started', async () => {
  const at = (cwd: string | undefined, ending: string): object => ({
    exec: { command: ['node', '-p', 'process.cwd()'], ...(cwd && { cwd }) },
    checks: [{ '.result.stdout': { endsWith: `${ending}\n` } }],
  });
  const result = await runProject({
    files: {
      'inner/sub/keep.txt': '',
      'inner/s.yaml': JSON.stringify({
        scenario: 'x',
        tasks: { a: at('sub', '/inner/sub'), b: at(undefined, '/inner'), c: at('../inner', '/inner') },
      }),
    },
    config: { scenarios: 'inner/s.yaml' },
    scenario: { tasks: { a: { wait: 1 } } },
  });
  expect(
    result.scenarios.flatMap(({ tasks }) => tasks).map(({ status, message }) => [status, message]),
  ).toEqual([
    ['passed', undefined],
    ['passed', undefined],
    ['passed', undefined],
  ]);
});
