import { describe, expect, it } from 'vitest';
import type { KafkaRecord } from '../../../../src/model/record.ts';
import { Arrivals, type Next } from '../../../../src/tasks/consume/arrivals.ts';
import { type Incoming, incomingOf } from '../../../../src/tasks/consume/incoming.ts';
import { FakeClock, settle } from '../../../support/fake-clock.ts';

function fetched(arrivedAtMs: number, partition = 0, records: readonly KafkaRecord[] = []): Incoming {
  return incomingOf({ topic: 't', partition, arrivedAtMs, records, nextOffset: 0n, endOffset: 0n });
}

/** Asks for everything up to a moment and writes down in which order it came. */
function follow(arrivals: Arrivals, momentMs: number | undefined): string[] {
  const seen: string[] = [];
  void (async () => {
    for (;;) {
      const next: Next = await arrivals.next(momentMs);
      if (next.kind === 'arrival')
        seen.push(`${next.arrival.fetched.topic}${next.arrival.fetched.partition}@${next.arrival.atMs}`);
      if (next.kind === 'interrupted') seen.push('interrupted');
      if (next.kind !== 'passed') continue;
      seen.push(`passed@${next.momentMs}`);
      return;
    }
  })().catch((cause) => seen.push(`aborted: ${cause}`));
  return seen;
}

function setUp(): { clock: FakeClock; arrivals: Arrivals; abort: AbortController } {
  const clock = new FakeClock();
  const abort = new AbortController();
  return { clock, abort, arrivals: new Arrivals(clock, abort.signal) };
}

describe('Arrivals', () => {
  it('asks to wait when very much is unread, until there is room again', async () => {
    const { arrivals } = setUp();
    const value = Buffer.alloc(40 * 1024 * 1024);
    const record = { topic: 't', partition: 0, offset: 0n, timestampMs: 0n, key: null, value, headers: [] };
    const large = (): Incoming => fetched(0, 0, [record]);
    expect(arrivals.push(large())).toBeUndefined();
    let hasRoom = false;
    const room = arrivals.push(large())?.then(() => {
      hasRoom = true;
    });
    await arrivals.next(undefined);
    await settle();
    expect(hasRoom).toBe(false);
    await arrivals.next(undefined);
    await room;
    expect(arrivals.push(large())).toBeUndefined();
  });

  it('hands out what came before the moment, then the moment', async () => {
    const { clock, arrivals } = setUp();
    arrivals.push(fetched(-20));
    const seen = follow(arrivals, 500);
    await clock.moveTo(100);
    arrivals.push(fetched(100, 0));
    arrivals.push(fetched(100, 1));
    await clock.moveTo(600);
    expect(seen).toEqual(['t0@-20', 't0@100', 't1@100', 'passed@500']);
  });

  it('reads what has reached the process before the moment passes, and counts it as on time', async () => {
    const { clock, arrivals } = setUp();
    const seen = follow(arrivals, 500);
    clock.arriving.push(() => arrivals.push(fetched(clock.nowMs())));
    await clock.stallUntil(530);
    expect(seen).toEqual(['t0@500', 'passed@500']);
  });

  it('keeps what arrived after that turn of the event loop for after the moment', async () => {
    const { clock, arrivals } = setUp();
    const seen = follow(arrivals, 500);
    await clock.moveTo(500);
    arrivals.push(fetched(500.4));
    await settle();
    expect(seen).toEqual(['passed@500']);
    expect(await arrivals.next(600)).toMatchObject({ kind: 'arrival', arrival: { atMs: 500.4 } });
  });

  it('does not hand out a fetch stamped after the moment before the timer of the moment has fired', async () => {
    const { clock, arrivals } = setUp();
    const seen = follow(arrivals, 500);
    arrivals.push(fetched(510));
    await settle();
    expect(seen).toEqual([]);
    await clock.stallUntil(510);
    expect(seen).toEqual(['t0@500', 'passed@500']);
  });

  it('moves nothing back to a moment that was asked for only after it came', async () => {
    const { clock, arrivals } = setUp();
    await clock.moveTo(900);
    arrivals.push(fetched(890));
    const seen = follow(arrivals, 500);
    await clock.moveTo(901);
    expect(seen).toEqual(['passed@500']);
  });

  it('waits without a moment for the next fetch, and is interrupted when there is one now', async () => {
    const { clock, arrivals } = setUp();
    const seen = follow(arrivals, undefined);
    await clock.moveTo(50);
    arrivals.interrupt();
    await settle();
    arrivals.push(fetched(60));
    await settle();
    expect(seen).toEqual(['interrupted', 't0@60']);
  });

  it('throws the reason of an abort to whoever waits', async () => {
    const { abort, arrivals } = setUp();
    const seen = follow(arrivals, 500);
    abort.abort('cancelled');
    await settle();
    expect(seen).toEqual(['aborted: cancelled']);
  });
});
