import { describe, expect, test } from 'vitest';
import type { RunResult } from '../../../src/model/run-result.ts';
import { cut, renderCounts, renderLength, verdictSentence } from '../../../src/reporters/wording.ts';
import { foldEvents } from '../../support/golden-runs.ts';

test.each([
  [0, '0 ms'],
  [0.04, '0 ms'],
  [0.61, '0.6 ms'],
  [9.94, '9.9 ms'],
  [9.96, '10 ms'],
  [34.4, '34 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [1250, '1.25 s'],
  [10_000, '10 s'],
  [59_994, '59.99 s'],
  [59_996, '1 min'],
  [125_000, '2 min 5 s'],
  [7_200_000, '120 min'],
])('%d ms read as "%s"', (ms, text) => {
  expect(renderLength(ms)).toBe(text);
});

describe('a verdict', () => {
  const none = { total: 0, passed: 0, failed: 0, errors: 0, flaky: 0, skipped: 0, cancelled: 0 };
  const of = (
    status: RunResult['status'],
    counts: Partial<RunResult['counts']>,
    message?: string,
  ): RunResult => ({
    ...foldEvents([]),
    status,
    counts: { ...none, ...counts },
    ...(message === undefined ? {} : { message }),
  });

  test.each([
    [of('passed', { total: 1, passed: 1 }), '1 scenario passed', ''],
    [
      of('passed', { total: 3, passed: 2, flaky: 1 }),
      '3 scenarios passed, 1 of them flaky',
      '1 flaky, 2 passed',
    ],
    [of('failed', { total: 3, failed: 2, passed: 1 }), '2 of 3 scenarios failed', '2 failed, 1 passed'],
    [of('error', { total: 2, errors: 2 }), '2 of 2 scenarios could not be judged', ''],
    [of('error', { total: 2, errors: 1, skipped: 1 }, 'no broker'), 'no broker', '1 error, 1 skipped'],
    [
      of('cancelled', { total: 2, cancelled: 1, passed: 1 }),
      'cancelled: 1 of 2 scenarios not finished',
      '1 cancelled, 1 passed',
    ],
  ])('says what came out, and counts where that says more: %#', (result, sentence, counts) => {
    expect(verdictSentence(result)).toBe(sentence);
    expect(renderCounts(result)).toBe(counts);
  });
});

test('cutting a text never leaves half a character', () => {
  expect(cut('ab😀cd', 3)).toBe('ab… (6 characters)');
  expect(cut('ab😀cd', 4)).toBe('ab😀… (6 characters)');
  expect(cut('ab😀cd', 6)).toBe('ab😀cd');
});
