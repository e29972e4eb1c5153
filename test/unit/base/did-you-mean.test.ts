import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../../src/base/did-you-mean.ts';

const OPERATORS = ['equals', 'contains', 'matches', 'isNull', 'exists', 'endsWith', 'lessThan'];

describe('nearest', () => {
  it.each([
    ['equls', 'equals', 'a missing letter'],
    ['eqauls', 'equals', 'two letters swapped'],
    ['equalss', 'equals', 'a letter too many'],
    ['EQUALS', 'equals', 'letter case'],
    ['is-null', 'isNull', 'a dash'],
    ['ends_with', 'endsWith', 'an underscore'],
    ['lesThen', 'lessThan', 'two mistakes in eight letters'],
    ['match', 'matches', 'a missing ending'],
  ])('finds for %j the word %j: %s', (word, found) => {
    expect(nearest(word, OPERATORS)).toBe(found);
  });

  it.each([['banana'], ['x'], [''], ['eq'], ['containerisation'], ['equals'.repeat(20)]])(
    'finds nothing near %j',
    (word) => {
      expect(nearest(word, OPERATORS)).toBeUndefined();
    },
  );

  it('takes the nearest, and of equally near ones the first', () => {
    expect(nearest('topc', ['topics', 'topic', 'topac'])).toBe('topic');
    expect(nearest('tap', ['top', 'tip'])).toBe('top');
  });

  it('compares whole characters of other alphabets', () => {
    expect(nearest('größe', ['grösse', 'gröse'])).toBe('gröse');
  });
});

describe('didYouMean', () => {
  it('is a question, or undefined when nothing is near', () => {
    expect(didYouMean('equls', OPERATORS)).toBe('did you mean "equals"?');
    expect(didYouMean('zzz', OPERATORS)).toBeUndefined();
  });
});
