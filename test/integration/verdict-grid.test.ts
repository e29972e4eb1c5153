import { describe, expect, it } from 'vitest';
import { playGrid, rows } from '../support/grid/play-grid.ts';
import { kafkaProviders } from '../support/kafka-providers.ts';
import { describeWith } from '../support/needs.ts';

describe('the verdict grid', () => {
  it('has at least sixty behaviours, each with a name of its own', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });
});

describe.for(kafkaProviders)('on $name', (provider) => {
  describeWith(provider.needs, 'each behaviour of a service', () => {
    it('gets the right verdict', async () => {
      expect(await playGrid(await provider.address())).toEqual([]);
    }, 480_000);
  });
});
