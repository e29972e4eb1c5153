import { describe, expect, test } from 'vitest';
import { Broker } from '../../../src/broker/broker.ts';
import { Connection } from '../../../src/broker/connection.ts';
import { Dispatcher } from '../../../src/broker/dispatcher.ts';
import { FakeClock, settle } from '../../support/fake-clock.ts';

const MINUTE_MS = 60_000;

/** A connection to a broker, whose client reads only when told to. */
function connect(options: { isRead?: boolean } = {}) {
  const clock = new FakeClock();
  const broker = new Broker(clock);
  const written: Buffer[] = [];
  const state = { isOpen: true, isPaused: false, bugs: [] as unknown[] };
  const transport = {
    remoteAddress: '127.0.0.1',
    write(pieces: readonly Buffer[]) {
      written.push(Buffer.concat(pieces));
      return options.isRead ?? true;
    },
    pause: () => {
      state.isPaused = true;
    },
    resume: () => {
      state.isPaused = false;
    },
    end: () => {
      state.isOpen = false;
    },
    destroy: () => {
      state.isOpen = false;
    },
  };
  const connection = new Connection(new Dispatcher(broker), transport, {
    clock,
    limits: { maxFrameBytes: 100_000, idleMs: 10 * MINUTE_MS },
    brokerAddress: { host: 'localhost', port: 1 },
    sasl: undefined,
    onBug: (error) => state.bugs.push(error),
  });
  return { clock, connection, written, state };
}

/** ApiVersions version 0, with the correlation id that tells the answers apart. */
function request(correlationId: number): Buffer {
  const frame = Buffer.alloc(14);
  frame.writeInt32BE(10, 0);
  frame.writeInt16BE(18, 4);
  frame.writeInt16BE(0, 6);
  frame.writeInt32BE(correlationId, 8);
  frame.writeInt16BE(-1, 12);
  return frame;
}

function answered(written: readonly Buffer[]): readonly number[] {
  return written.map((frame) => frame.readInt32BE(4));
}

describe('a connection', () => {
  test('answers requests in order, however the bytes come', () => {
    const { connection, written } = connect();
    const bytes = Buffer.concat([1, 2, 3].map(request));
    for (const byte of bytes) connection.receive(Buffer.from([byte]));
    connection.receive(Buffer.concat([4, 5].map(request)));
    expect(answered(written)).toEqual([1, 2, 3, 4, 5]);
  });

  test.each([
    ['garbage', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a frame of 2 GiB', Buffer.from([0x7f, 0xff, 0xff, 0xff])],
    ['a frame of negative size', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['an empty frame', Buffer.from([0, 0, 0, 0])],
    ['a frame above the limit', Buffer.from([0, 1, 0x86, 0xa1])],
  ])('ends at %s', (_name, bytes) => {
    const { connection, state } = connect();
    connection.receive(bytes);
    expect(state).toMatchObject({ isOpen: false, bugs: [] });
  });

  test('ends when a client does not send the rest of a request', async () => {
    const { clock, connection, state } = connect();
    connection.receive(request(1).subarray(0, 9));
    await clock.moveTo(0.4 * MINUTE_MS);
    expect(state.isOpen).toBe(true);
    await clock.moveTo(1.1 * MINUTE_MS);
    expect(state.isOpen).toBe(false);
  });

  test('ends when a client does not read its answers, and answers no more until it does', async () => {
    const { clock, connection, written, state } = connect({ isRead: false });
    connection.receive(Buffer.concat([1, 2, 3].map(request)));
    expect(answered(written)).toEqual([1]);
    connection.drained();
    expect(answered(written)).toEqual([1, 2]);
    await clock.moveTo(1.1 * MINUTE_MS);
    expect(state.isOpen).toBe(false);
  });

  test('reads only so far ahead of what it answers', () => {
    const { connection, state } = connect({ isRead: false });
    for (let index = 0; index < 100_000 && !state.isPaused; index++) connection.receive(request(index));
    expect(state.isPaused).toBe(true);
    for (let index = 0; index < 80_000 && state.isPaused; index++) connection.drained();
    expect(state.isPaused).toBe(false);
  });

  test('ends when nothing is sent for long', async () => {
    const { clock, connection, state } = connect();
    connection.receive(request(1));
    await clock.moveTo(9 * MINUTE_MS);
    connection.receive(request(2));
    await clock.moveTo(18 * MINUTE_MS);
    expect(state.isOpen).toBe(true);
    await clock.moveTo(20 * MINUTE_MS);
    await settle();
    expect(state.isOpen).toBe(false);
  });
});
