import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { causes } from '../../../src/engine/causes/index.ts';

it('the page on diagnosis has a row for every cause, in their order', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/diagnosis.md'), 'utf8');
  const rows = Array.from(text.matchAll(/^\| `([a-z-]+)` \|/gm), ([, id]) => id);
  expect(rows).toEqual(causes.map(({ id }) => id));
});
