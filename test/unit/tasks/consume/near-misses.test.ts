import { describe, expect, it } from 'vitest';
import { NearMisses } from '../../../../src/tasks/consume/near-misses.ts';
import { recordOf } from '../../../support/facts.ts';

function keep(...met: readonly number[]): readonly string[] {
  const misses = new NearMisses();
  for (const [offset, count] of met.entries()) {
    misses.add({ record: recordOf({ offset }), met: count, of: 3, failed: { name: 'x', message: 'y' } });
  }
  return misses.all.map((miss) => `${miss.met}@${miss.record.offset}`);
}

describe('near misses', () => {
  it('are kept with the nearest first, of equal ones the latest', () => {
    expect(keep(0, 2, 1, 2)).toEqual(['2@3', '2@1', '1@2', '0@0']);
  });

  it('are few, however many records pass by', () => {
    expect(keep(2, ...Array.from({ length: 1000 }, () => 1))).toEqual([
      '2@0',
      '1@1000',
      '1@999',
      '1@998',
      '1@997',
    ]);
  });
});
