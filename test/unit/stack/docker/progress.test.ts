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

it('hands on the lines of a build, and fails with the error that comes in it', async () => {
  const lines: string[] = [];
  const stream = streamOf(
    { stream: 'Step 1/2 : FROM node:24-slim' },
    { stream: '\n' },
    { stream: 'npm error\nnpm error code E404\n' },
    { error: "The command '/bin/sh -c npm install' returned a non-zero code: 1" },
  );
  const reading = readProgress(stream, {
    clock: new FakeClock(),
    onProgress: () => undefined,
    onLine: (line) => lines.push(line),
  });
  await expect(reading).rejects.toThrow('returned a non-zero code: 1');
  expect(lines).toEqual(['Step 1/2 : FROM node:24-slim', 'npm error', 'npm error code E404']);
});
