import { expect, it } from 'vitest';
import { poll } from '../../../src/probes/probe.ts';
import { untilReady } from '../../../src/probes/until-ready.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { ScriptedKafka } from '../../support/scripted-kafka.ts';

/** What is told when the time is up while the probe looks: at the first look, or at the second. */
async function saidAfter(looks: number): Promise<string> {
  const clock = new FakeClock();
  const never = new AbortController().signal;
  const waiting = untilReady(
    {
      title: () => 'it answers',
      wait: (_config: object, context) =>
        poll(context, async () => {
          if (--looks > 0) return 'it answers 503';
          const cut = new Promise((done) => context.signal.addEventListener('abort', done));
          await clock.moveTo(1_000);
          await cut;
          return 'The operation was aborted';
        }),
    },
    {},
    {
      service: 'web',
      timeoutMs: 1_000,
      clock,
      kafka: new ScriptedKafka(clock, {}),
      signal: never,
      output: { listen: () => ({ [Symbol.dispose]: () => undefined }) },
      addressOf: (port) => ({ host: 'localhost', port }),
      exec: async () => ({ code: 0, output: '' }),
      unhealth: async () => undefined,
      lastLines: () => [],
    },
  );
  void clock.moveTo(100);
  return waiting.then(
    () => 'ready',
    (error: Error) => error.message,
  );
}

it('tells what stood in the way at the last look that was not cut short', async () => {
  expect(await saidAfter(2)).toBe(
    'service "web" was not ready within 1s: waited until it answers, but it answers 503',
  );
});

it('tells that no answer came when there was none at all', async () => {
  expect(await saidAfter(1)).toMatch(/but no answer came$/);
});
