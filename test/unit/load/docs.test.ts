import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProject } from '../../../src/load/load-project.ts';
import { taskKindNames } from '../../../src/tasks/scenario.ts';
import { readDocsPage } from '../../support/docs-page.ts';

const PAGES = ['scenarios.md', 'tasks.md', 'coming-from-conduktor-testing.md', 'coming-from.md'];

describe.each(PAGES)('the page %s', (page) => {
  it('has examples, and each of them loads without a problem or a warning', async () => {
    const examples = readDocsPage(page).blocks;
    expect(examples).not.toEqual([]);
    for (const example of examples) {
      const cwd = mkdtempSync(join(tmpdir(), 'flowproof-docs-'));
      writeFileSync(join(cwd, 's.yaml'), example);
      const { scenarios, warnings } = await loadProject({ cwd, env: {}, files: ['s.yaml'], variables: [] });
      expect(scenarios, example).toHaveLength(1);
      expect(warnings.map(({ message }) => message)).toEqual([]);
    }
  });
});

it('the page of tasks shows every kind', () => {
  const text = readDocsPage('tasks.md').blocks.join('\n');
  for (const kind of taskKindNames) expect(text).toMatch(new RegExp(`\\b${kind}:`));
});

it('the examples of flowproof.yaml on the page environments.md load', async () => {
  const examples = readDocsPage('environments.md').blocks;
  expect(examples).not.toEqual([]);
  for (const example of examples) {
    const cwd = mkdtempSync(join(tmpdir(), 'flowproof-docs-'));
    writeFileSync(join(cwd, 'flowproof.yaml'), example);
    writeFileSync(join(cwd, 's.yaml'), 'scenario: s\ntasks:\n  a: { wait: 1ms }\n');
    const { config } = await loadProject({ cwd, env: {}, files: ['s.yaml'], variables: [] });
    expect(config).not.toEqual({});
  }
});
