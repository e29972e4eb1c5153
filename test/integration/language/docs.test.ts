import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operatorNames } from '../../../src/checks/index.ts';
import type { Format } from '../../../src/formats/codec/codec.ts';
import { formats } from '../../../src/formats/index.ts';
import { taskKindNames } from '../../../src/tasks/scenario.ts';
import { readExamples, runExample } from '../../support/docs-example.ts';

const PAGES = [
  'scenarios.md',
  'tasks.md',
  'formats.md',
  'environments.md',
  'coming-from-conduktor-testing.md',
  'coming-from.md',
];

const readPage = (page: string): string =>
  readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');

describe.each(PAGES)('the page %s', (page) => {
  const examples = readExamples(readPage(page));

  it('has examples', () => expect(examples).not.toEqual([]));

  it.each(examples)('shows "$name", which does as the page says', async (example) => {
    const { scenarios, exitCode, warnings } = await runExample(example);
    expect(warnings).toEqual([]);
    const tasks = scenarios.flatMap((scenario) => scenario.tasks);
    const wrong = tasks.filter(({ status }) => status === 'failed' || status === 'error');
    expect(wrong.map(({ id, message }) => `${id}: ${message}`)).toEqual(
      example.fails === undefined ? [] : [expect.stringContaining(example.fails)],
    );
    expect(exitCode).toBe(example.fails === undefined ? 0 : 1);
  });
});

it('the page of tasks shows every kind', () => {
  const shown = readExamples(readPage('tasks.md')).map(({ files }) => files['example.scenario.yaml']);
  for (const kind of taskKindNames) expect(shown.join()).toMatch(new RegExp(`\\b${kind}:`));
});

it('the page for those who come from Conduktor Testing has every operator', () => {
  const text = readPage('coming-from-conduktor-testing.md');
  for (const name of operatorNames) expect(text).toContain(`\`${name}\``);
});

it('the page on formats has a row for every format', () => {
  const rows = Array.from(readPage('formats.md').matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm));
  const shown = rows.map(([, name, about]) => [name, about]);
  for (const [name, { about }] of Object.entries<Format>(formats))
    expect(shown).toContainEqual([name, about]);
});
