import { expect, test } from 'vitest';
import { settle } from '../../support/fake-clock.ts';
import { FrameFuzzer } from '../../support/frame-fuzzer.ts';

test('no frame, however broken, does more than end its connection', async () => {
  const fuzzer = new FrameFuzzer(20_261_125);
  for (let round = 0; round < 20; round++) {
    for (let index = 0; index < 500; index++) fuzzer.send();
    await settle();
  }
  expect(fuzzer.bugs).toEqual([]);
  expect(fuzzer.answers).toBeGreaterThan(1_000);
});
