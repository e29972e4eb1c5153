import { expect, it } from 'vitest';
import type { Json } from '../../../src/model/json.ts';
import { play } from '../../support/scenario-run.ts';

/** The values of all records that are produced with this seed. */
async function produced(seed: number, tasks: Record<string, unknown>): Promise<readonly Json[]> {
  const { events, done } = play({ tasks }, { t: [0] }, {
    run: { id: 'r', seed, startedAt: '', startedAtMs: 0 },
  } as never); // of these only the seed matters
  await done;
  return events.flatMap((event) => (event.type === 'record-produced' ? [event.record.value] : []));
}

const tasks = {
  a: {
    produce: { topic: 't', value: { id: '${{ .random.uuid }}', two: '${{ [.random.int, .random.int] }}' } },
  },
  b: { after: 'start', produce: { topic: 't', value: 'n-${{ .random.word }}', repeat: 3 } },
};

it('draws the same values for the same seed, and others for another', async () => {
  const first = await produced(1, tasks);
  expect(first).toHaveLength(4);
  expect(new Set((first.find((value) => typeof value === 'object') as { two: number[] }).two).size).toBe(2);
  expect((await produced(1, tasks)).toSorted()).toEqual(first.toSorted());
  expect(await produced(2, tasks)).not.toContainEqual(first[0]);
});

it('draws the same values whatever other tasks draw meanwhile', async () => {
  const all = await produced(1, tasks);
  for (const value of await produced(1, { b: tasks.b })) expect(all).toContainEqual(value);
});
