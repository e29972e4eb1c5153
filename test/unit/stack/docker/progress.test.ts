import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readProgress } from '../../../../src/stack/docker/progress.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

function streamOf(...lines: readonly unknown[]): Readable {
  const text = lines.map((line) => `${JSON.stringify(line)}\r\n`).join('');
  const middle = text.length / 2;
  return Readable.from([Buffer.from(text.slice(0, middle)), Buffer.from(text.slice(middle))]);
}

it('adds up the layers of a pull', async () => {
  const told: string[] = [];
  await readProgress(
    streamOf(
      { status: 'Pulling from apache/kafka' },
      { id: 'a', progressDetail: { current: 1 << 20, total: 4 << 20 } },
    ),
    { clock: new FakeClock(), onProgress: (text) => told.push(text) },
  );
  expect(told).toEqual(['1 of 4 MiB, 1 layers']);
});

it('fails with the error that comes in a pull', async () => {
  const reading = readProgress(streamOf({ status: 'Pulling' }, { error: 'toomanyrequests: slow down' }), {
    clock: new FakeClock(),
    onProgress: () => undefined,
  });
  await expect(reading).rejects.toThrow('toomanyrequests: slow down');
});
