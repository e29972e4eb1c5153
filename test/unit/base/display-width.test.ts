import { expect, it } from 'vitest';
import { displayWidth, splitCells } from '../../../src/base/display-width.ts';

it.each([
  ['', 0],
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['漢字', 4],
  ['한글', 4],
  ['ｶﾅ', 2],
  ['カナ', 4],
  ['Ａ！', 4],
  ['😀', 2],
  ['👩‍👩‍👧', 2],
  ['❤️', 2],
  ['1️⃣', 2],
  ['🇩🇪', 2],
  ['→ …', 3],
])('%j takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

it('tells where each cell begins in code units', () => {
  expect(splitCells('a😀b').map((cell) => cell.at)).toEqual([0, 1, 3]);
});
