import { expect, test } from 'vitest';
import { visible } from '../../../../src/reporters/terminal/visible.ts';

test.each([
  ['plain text, é 漢字 😀 👨‍👩‍👧', 'plain text, é 漢字 😀 👨‍👩‍👧'],
  ['a\nb\r\nc\td', 'a␊b␍␊c␉d'],
  ['\u001b[31mred\u0007\u009b', '␛[31mred␇\ufffd'],
  ['\u202eevil\u2066\u2028', '\ufffdevil\ufffd\ufffd'],
  ['\ud800lone', '\ufffdlone'],
  ['::error::x', '\\::error::x'],
  ['  \u00a0::error::x', '  \u00a0\\::error::x'],
  ['a ::error::x', 'a ::error::x'],
  ['a ##[error]x ##[debug]y', 'a ##\\[error]x ##\\[debug]y'],
])('%j is shown as %j', (raw, shown) => {
  expect(visible(raw)).toBe(shown);
});
