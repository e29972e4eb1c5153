import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../../src/model/json-fault.ts';

const RIGHT = [
  '1',
  '-0.5e+3',
  '"a\\u00e9\\n"',
  'null',
  '[]',
  '{}',
  ' [1, {"a": [true]}, "x"]\n',
  '{"a":{},"b":[[]]}',
  '"😀"',
];
const WRONG: readonly (readonly [text: string, offset: number, message: string])[] = [
  ['', 0, 'expected a value'],
  ['{"a": 1,}', 8, 'expected a key in double quotes'],
  ['[1,]', 3, 'expected a value'],
  ['[1 2]', 3, 'expected a comma or ]'],
  ['{"a" 1}', 5, 'expected a colon'],
  ['{a: 1}', 1, 'expected a key in double quotes or }'],
  ['{"a": 1} x', 9, 'expected nothing more'],
  ['{"a": 01}', 6, 'expected a value'],
  ["{'a': 1}", 1, 'expected a key in double quotes or }'],
  ['["a\nb"]', 1, 'expected a value or ]'],
  ['[1', 2, 'expected a comma or ]'],
  ['{"a": [1}', 8, 'expected a comma or ]'],
  ['// no\n1', 0, 'expected a value'],
  ['\ufeff1', 0, 'expected a value'],
  ['NaN', 0, 'expected a value'],
  ['"\\x"', 0, 'expected a value'],
];

describe('findJsonFault', () => {
  it.each(RIGHT)('finds nothing wrong with %s', (text) => {
    expect(() => JSON.parse(text)).not.toThrow();
    expect(findJsonFault(text)).toBeUndefined();
  });

  it.each(WRONG)('finds what is wrong with %s', (text, offset, message) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonFault(text)).toEqual({ offset, message });
  });
});
