import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { connectKafka } from '../../../src/kafka/connect.ts';
import { describeWith, KAFKA } from '../../support/needs.ts';
import { sharedKafka } from '../../support/shared-kafka.ts';

const signal = new AbortController().signal;
/** 120 MB together. */
const RECORDS = 60_000;
const RECORD_BYTES = 2_000;
const MEGABYTE = 1_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void; // what the flag puts there

/** What is still referred to. */
function liveBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describeWith(KAFKA, 'a watch of a busy topic', () => {
  it('keeps nothing of what it has handed on, and holds no more than a few responses', async () => {
    await using kafka = connectKafka({ bootstrap: await sharedKafka(), clock: systemClock });
    const topic = `busy-${randomUUID()}`;
    await kafka.createTopics([{ name: topic, partitions: 3 }], signal);
    const value = Buffer.alloc(RECORD_BYTES, 'x');
    for (let sent = 0; sent < RECORDS; sent += 3_000) {
      const batch = Array.from({ length: 3_000 }, (_, index) => ({
        topic,
        partition: index % 3,
        key: null,
        value,
        headers: [],
      }));
      await kafka.produce(batch, { signal });
    }
    const before = liveBytes();
    let seen = 0;
    let fetches = 0;
    let most = 0;
    const all = Promise.withResolvers<void>();
    await using watch = kafka.watch({
      topics: [topic],
      positions: new Map(),
      isolation: 'read_committed',
      onFetch: ({ records }) => {
        seen += records.length;
        if (fetches++ % 10 === 0) most = Math.max(most, liveBytes());
        if (seen === RECORDS) all.resolve();
      },
    });
    await Promise.race([all.promise, watch.done]);
    expect((most - before) / MEGABYTE).toBeLessThan(30);
  });
});
