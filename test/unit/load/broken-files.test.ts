import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FlowproofError, type ScenarioError, ScenarioProblems } from '../../../src/base/errors.ts';
import { loadProject } from '../../../src/load/load-project.ts';

const TABLE = join(import.meta.dirname, '../../fixtures/broken-files.txt');

interface Broken {
  readonly title: string;
  readonly text: string;
  readonly expected: readonly string[];
}

function readTable(): readonly Broken[] {
  const [, ...entries] = readFileSync(TABLE, 'utf8').split(/^=== /m);
  return entries.map((entry) => {
    const [title = '', ...lines] = entry.trimEnd().split('\n');
    const expected = lines.filter((line) => line.startsWith('>>> ')).map((line) => line.slice(4));
    return { title, text: lines.filter((line) => !line.startsWith('>>> ')).join('\n'), expected };
  });
}

async function problemsOf(text: string): Promise<readonly string[]> {
  const cwd = join(mkdtempSync(join(tmpdir(), 'flowproof-broken-')), 'suite');
  mkdirSync(join(cwd, '.git'), { recursive: true });
  writeFileSync(join(cwd, 's.yaml'), text);
  try {
    await loadProject({ cwd, env: {}, files: ['s.yaml'], variables: [] });
    return [];
  } catch (cause) {
    if (cause instanceof ScenarioProblems) return cause.problems.map(renderShort);
    if (cause instanceof FlowproofError) return [`${cause.message} | ${cause.hint}`];
    throw cause;
  }
}

function renderShort({ span, message, hint }: ScenarioError): string {
  const place = span ? `${span.line}:${span.column}` : '?';
  return `${place} ${message}${hint === undefined ? '' : ` | ${hint}`}`;
}

const table = readTable();

if (process.env.UPDATE === '1') {
  const [head = ''] = readFileSync(TABLE, 'utf8').split(/^=== /m);
  const entries = await Promise.all(
    table.map(async ({ title, text }) => {
      const problems = (await problemsOf(text)).map((problem) => `>>> ${problem}\n`);
      return `=== ${title}\n${text}\n${problems.join('')}`;
    }),
  );
  writeFileSync(TABLE, head + entries.join(''));
}

describe('a file that is wrong gets a place, a message and mostly a hint', () => {
  it.each(readTable().map(({ title, text, expected }) => [title, text, expected] as const))(
    '%s',
    async (_title, text, expected) => {
      expect(await problemsOf(text)).toEqual(expected);
      expect(expected).not.toEqual([]);
    },
  );

  it('in at least 150 ways', () => {
    expect(table.length).toBeGreaterThanOrEqual(150);
  });
});
