import { expect, it } from 'vitest';
import { EVERY, parseRecordPath, replaceAt } from '../../../src/model/record-path.ts';

it.each([
  ['.record.value', 'value', []],
  ['.record.key.id', 'key', ['id']],
  ['.record.value.a.b', 'value', ['a', 'b']],
  ['.record.value["a b"].c', 'value', ['a b', 'c']],
  ['.record.value."a-b"', 'value', ['a-b']],
  ['.record.value.items[].card', 'value', ['items', EVERY, 'card']],
  ['.record.value[0][-1]', 'value', [0, -1]],
  ['.record.value.a?.b', 'value', ['a', 'b']],
  ['.record.header["x-card"]', 'header', ['x-card']],
])('%s is a path', (text, part, steps) => {
  expect(parseRecordPath(text)).toEqual({ part, steps });
});

it.each([
  '',
  '.value',
  '.record',
  '.record.values',
  '.record.topic',
  '.record.value | .a',
  '.record.value.a b',
  '.record.value..a',
  '.record.value.',
])('"%s" is none', (text) => {
  expect(parseRecordPath(text)).toBeUndefined();
});

it('replaces what stands there, and only that', () => {
  const value = { items: [{ card: '1', n: 1 }, { n: 2 }, 'text'], card: '1', none: null };
  const at = (path: string): unknown => replaceAt(value, parseRecordPath(path)?.steps ?? [], () => '***');
  expect(at('.record.value.items[].card')).toEqual({
    ...value,
    items: [{ card: '***', n: 1 }, { n: 2 }, 'text'],
  });
  expect(at('.record.value.items[-1]')).toEqual({ ...value, items: [{ card: '1', n: 1 }, { n: 2 }, '***'] });
  expect(at('.record.value.none')).toEqual(value);
  expect(at('.record.value.missing.below')).toEqual(value);
  expect(at('.record.value')).toBe('***');
});
