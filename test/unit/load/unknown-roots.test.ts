import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ScenarioError } from '../../../src/base/errors.ts';
import { loadProject } from '../../../src/load/load-project.ts';

async function warningsOf(task: string): Promise<readonly ScenarioError[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'flowproof-roots-'));
  writeFileSync(join(cwd, 's.yaml'), `scenario: s\ntasks:\n  a: ${task}\n`);
  const { warnings } = await loadProject({ cwd, env: {}, files: ['s.yaml'], variables: [] });
  return warnings;
}

it.each([
  ['.recrod.value.id == 1', '.recrod', 'did you mean ".record"?'],
  ['.value.id: 42', '.value', 'did you mean ".record.value"?'],
  ['.status: 200', '.status', 'did you mean ".response.status"?'],
  ['.order | .id == 1', '.order', 'an expression begins with one of .record, .response'],
])('an expression that begins at a name which no context has is warned of: %s', async (check, name, hint) => {
  const [warning, ...more] = await warningsOf(`{ consume: { topic: t }, checks: [${check}] }`);
  expect(warning?.message).toBe(`nothing is called "${name}" here, so it is null`);
  expect(warning?.hint).toContain(hint);
  expect(warning).toMatchObject({ code: 'EXPRESSION_UNKNOWN_NAME', span: { line: 3, column: 40 } });
  expect(more).toEqual([]);
});

it.each([
  '{ consume: { topic: t, expect: { checks: [".count == 1", ".records[0].value.id == 1"] } } }',
  '{ set: { b: "${{ .variables.x }}", c: "${{ 1 | .y? }}", d: "${{ js: recrod }}" } }',
  '{ compare: { actual: { id: 1 }, expected: { id: 1 }, ignore: [.updatedAt] } }',
])('no warning comes of %s', async (task) => {
  expect(await warningsOf(task)).toEqual([]);
});
