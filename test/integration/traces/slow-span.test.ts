import { expect, it } from 'vitest';
import type { RunResult } from '../../../src/model/run-result.ts';
import { runProject, serviceOf, taskOf } from '../../support/project.ts';

function runPricing(delayMs: number): Promise<RunResult> {
  const env = { GROUP: 'pricing', INPUT: 'orders', OUTPUT: 'prices', DELAY_MS: String(delayMs) };
  return runProject({
    config: {
      traces: true,
      kafka: { topics: { orders: {}, prices: {} } },
      services: { pricing: serviceOf('traced.js', { env, ready: { group: 'pricing' } }) },
    },
    scenario: {
      tasks: {
        order: { produce: { topic: 'orders', value: { id: 1 } } },
        price: { consume: { topic: 'prices', fail: { after: '1s' } } },
      },
    },
  });
}

it('names the slow span of a service that uses OpenTelemetry when a deadline is missed', async () => {
  const result = await runPricing(1500);
  const { diagnosis } = taskOf(result, 'price') ?? {};
  expect(diagnosis?.cause).toMatch(/; span "(SELECT price|handle order)" of pricing took 1[5-9]\d\d ms$/);
  expect(diagnosis?.evidence.join('\n')).toContain('span "SELECT price" of pricing');
});

it('puts the spans of the trace that the record began on the timeline', async () => {
  const result = await runPricing(50);
  expect(result.status).toBe('passed');
  const spans = result.scenarios[0]?.timeline?.entries.filter(({ lane }) => lane === 'trace');
  expect(spans?.map(({ name, what }) => `${name}: ${what}`)).toContain('pricing: SELECT price');
});
