import { expect, it } from 'vitest';
import { HiddenValues } from '../../../src/model/hidden-values.ts';
import type { Json } from '../../../src/model/json.ts';

function hiding(...values: readonly Json[]): HiddenValues {
  const hidden = new HiddenValues();
  for (const value of values) hidden.add(value);
  return hidden;
}

it.each<[text: string, value: Json, shown: string]>([
  ['expected "4111-2222", got "x4111-2222y"', '4111-2222', 'expected "***", got "x***y"'],
  ['got 9007199254740993', 9_007_199_254_740_993n, 'got ***'],
  ['got 7 after 17 ms', 7, 'got *** after 17 ms'],
  ['expected false, got true', true, 'expected false, got ***'],
  ['got {"x":"a\\"b\\nc"}', 'a"b\nc', 'got {"x":"***"}'],
  ['got Ünïcode or null', { a: ['Ünïcode'], b: null }, 'got *** or null'],
  ['nothing', '', 'nothing'],
  ['got (.*)+', '(.*)+', 'got ***'],
  ['got "a long sent…', 'a long sentence to be cut', 'got "***…'],
])('%s hides its value', (text, value, shown) => {
  expect(hiding(value).hideInText(text)).toBe(shown);
});

it('hides in keys and scalars of a value, and keeps its shape', () => {
  expect(hiding('4111-2222', 42).hideInJson({ '4111-2222': [42, 43, null, 'my 4111-2222'], n: 4.2 })).toEqual(
    {
      '***': ['***', 43, null, 'my ***'],
      n: 4.2,
    },
  );
});
