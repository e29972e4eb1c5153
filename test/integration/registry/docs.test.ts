import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../../src/formats/codec/codec.ts';
import { formats } from '../../../src/formats/index.ts';
import { type RunResult, run } from '../../../src/index.ts';

const text = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8');
const scenarios = Array.from(
  text.matchAll(/^```yaml\n(scenario: (.*)\n[\s\S]*?)^```$/gm),
  ([, body = '', name = '']) => ({ name, body }),
);
const files = Array.from(
  text.matchAll(/^\*\*`([\w./-]+)`\*\*\n```\w+\n([\s\S]*?)^```$/gm),
  ([, path = '', body = '']) => ({ path, body }),
);

describe('the page on formats', () => {
  let result: RunResult;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'flowproof-docs-'));
    mkdirSync(join(folder, '.git'));
    const shown = [
      ...files,
      ...scenarios.map(({ body }, index) => ({ path: `${index}.scenario.yaml`, body })),
    ];
    for (const { path, body } of shown) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), body);
    }
    result = await run({ cwd: folder, env: process.env, signal: new AbortController().signal });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(scenarios)('shows a scenario that passes: $name', ({ name }) => {
    const scenario = result.scenarios.find((one) => one.name === name);
    const failed = scenario?.tasks
      .filter(({ status }) => status !== 'passed')
      .map(({ id, message, checks }) => [id, message, checks]);
    expect(failed).toEqual([]);
    expect(scenario?.status).toBe('passed');
  });

  it('has a row for every format', () => {
    const rows = Array.from(text.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm), ([, name, about]) => [
      name,
      about,
    ]);
    for (const [name, { about }] of Object.entries<Format>(formats))
      expect(rows).toContainEqual([name, about]);
  });
});
