import { describe, expect, it } from 'vitest';
import { findDifferences } from '../../../src/checks/difference.ts';
import { isSameValue, type Likeness } from '../../../src/checks/same-value.ts';
import { type Json, renderJson } from '../../../src/model/json.ts';

const part: Likeness = { partial: true, unordered: true };

/** `path: expected <> actual`, `-` for a side that has nothing there. */
function differences(actual: Json, expected: Json, how?: Likeness): string[] {
  return findDifferences(actual, expected, how).map(({ path, ...sides }) => {
    const show = (side: Json | undefined): string => (side === undefined ? '-' : renderJson(side));
    return `${path}: ${show(sides.expected)} <> ${show(sides.actual)}`;
  });
}

describe('where two values differ', () => {
  it.each<[Json, Json, Likeness | undefined, string[]]>([
    [1, 1, undefined, []],
    [1, 2, undefined, ['.: 2 <> 1']],
    [null, [], undefined, ['.: [] <> null']],
    [{ a: 1 }, { a: 2, b: 3 }, undefined, ['.a: 2 <> 1', '.b: 3 <> -']],
    [{ a: 1, 'b c': 2, '': 3 }, { a: 1 }, undefined, ['.["b c"]: - <> 2', '.[""]: - <> 3']],
    [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } }, undefined, ['.a.b[1].c: 3 <> 2']],
    [{ a: { 'x y': 1 } }, { a: { 'x y': 2 } }, undefined, ['.a["x y"]: 2 <> 1']],
    [[1, 2], [1, 2, 3], undefined, ['.[2]: 3 <> -']],
    [[1, 2, 3], [1], undefined, ['.[1]: - <> 2', '.[2]: - <> 3']],
    [[3, 1, 2], [1, 2, 4], { unordered: true }, ['.[2]: 4 <> -', '.[0]: - <> 3']],
    [[1, 1, 2], [1, 2, 2], { unordered: true }, ['.[2]: 2 <> -', '.[1]: - <> 1']],
    [{ a: 1, b: 2 }, { a: 1 }, { partial: true }, []],
    [[1, 2, 3], [1, 3], { partial: true }, []],
    [[1, 2, 3], [3, 1], { partial: true }, ['.[1]: 1 <> -']],
    [[1, 2, 3], [3, 1], part, []],
    [{ a: 1.05, b: ' X' }, { a: 1, b: 'x' }, { tolerance: 0.1, ignoreCase: true, trim: true }, []],
    [
      { n: 9007199254740993n },
      { n: 9007199254740992n },
      undefined,
      ['.n: 9007199254740992 <> 9007199254740993'],
    ],
  ])('%#', (actual, expected, how, places) => {
    expect(differences(actual, expected, how)).toEqual(places);
    expect(isSameValue(actual, expected, how)).toBe(places.length === 0);
  });

  it('names at most 100 places', () => {
    const zeros = Array.from({ length: 500 }, () => 0);
    expect(
      findDifferences(
        zeros,
        zeros.map(() => 1),
      ),
    ).toHaveLength(100);
  });

  it('hands an element on that another one needs', () => {
    const actual = [{ a: 1, b: 2, c: 3 }, { a: 1, b: 2 }, { a: 1 }];
    expect(isSameValue(actual, [{ a: 1 }, { a: 1, b: 2 }, { a: 1, b: 2, c: 3 }], part)).toBe(true);
    expect(isSameValue(actual, [{ a: 1, b: 2 }, { a: 1, b: 2 }, { a: 1 }], part)).toBe(true);
    expect(isSameValue(actual, [{ c: 3 }, { c: 3 }], part)).toBe(false);
  });

  it('takes long lists', () => {
    const numbers = Array.from({ length: 2000 }, (_, n) => n);
    expect(isSameValue(numbers, numbers.toReversed(), { unordered: true })).toBe(true);
  });
});
