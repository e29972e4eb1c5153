import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reporters } from '../../../src/reporters/index.ts';

const SOURCES = join(import.meta.dirname, '../../../src/reporters');

describe.each(Object.entries(reporters))('the reporter "%s"', (name, kind) => {
  test('is registered under its own name, in a file of that name, with a docstring', () => {
    expect(kind.name).toBe(name);
    expect(readFileSync(join(SOURCES, `${name}.ts`), 'utf8')).toMatch(
      new RegExp(`\\*/\\nexport const ${name} = defineReporter`),
    );
  });

  test('gives its name to what it starts', () => {
    expect(kind.start({ write() {} }, {}).name).toBe(name);
  });
});

test('no two reporters write the same file', () => {
  const files = Object.values(reporters).map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
});
