import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { apis } from '../../../../src/broker/apis/index.ts';

const FOLDER = resolve(import.meta.dirname, '../../../../src/broker/apis');
const files = readdirSync(FOLDER).filter((file) => /^\d/.test(file));

describe('the APIs of the broker', () => {
  test('are a file each, named after key and name, all registered', () => {
    const names = Object.entries(apis).map(
      ([name, { key }]) => `${key}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`,
    );
    expect(names.toSorted()).toEqual(files.toSorted());
  });

  test.each(files)('%s says in its docstring which versions it serves', (file) => {
    const text = readFileSync(resolve(FOLDER, file), 'utf8');
    const api = Object.values(apis).find(({ key }) => key === Number.parseInt(file, 10));
    const [first, last] = api?.versions ?? [];
    const versions = first === last ? `version ${first}` : `versions ${first}–${last}`;
    expect(text).toMatch(new RegExp(`\\(key ${api?.key}\\), ${versions}`));
  });
});
