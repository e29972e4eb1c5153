import { expect, it } from 'vitest';
import { renderHarmless } from '../../../src/base/harmless-text.ts';

it.each([
  ['plain text', 'plain text', 'nothing to change'],
  ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m', 'terminal colours'],
  ['a\r\nb\tc\0', 'a␍␊b␉c␀', 'line ends, tabs and NUL'],
  ['\u007f\u009b2J', '␡�2J', 'DEL and an 8-bit escape'],
  ['abc\u202edcba', 'abc�dcba', 'a right-to-left override'],
  ['a\u2028b\ufeff', 'a�b�', 'a line separator and a byte order mark'],
  ['a\u2062b\u{e0049}\u{e0067}c', 'a�b��c', 'invisible operators and tags'],
  ['\ud83d x \ude00', '� x �', 'halves of a surrogate pair'],
  ['👩‍👩‍👧 é 漢字', '👩‍👩‍👧 é 漢字', 'emoji, accents and Han stay'],
])('%j becomes %j: %s', (text, shown) => {
  expect(renderHarmless(text)).toBe(shown);
});
