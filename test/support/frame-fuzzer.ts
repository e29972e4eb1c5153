import { apis } from '../../src/broker/apis/index.ts';
import { Broker } from '../../src/broker/broker.ts';
import { Connection } from '../../src/broker/connection.ts';
import { Dispatcher } from '../../src/broker/dispatcher.ts';
import type { Codec } from '../../src/broker/wire/field.ts';
import { Writer } from '../../src/broker/wire/writer.ts';
import { FakeClock } from './fake-clock.ts';
import { requestDrafts } from './request-drafts.ts';

/** So many frames go to one broker before it is replaced, so that topics that were created do not pile up. */
const FRAMES_PER_BROKER = 500;

/** Sends mutated frames to brokers in this process, through their connections, and collects what no client may cause. */
export class FrameFuzzer {
  readonly #random: () => number;
  readonly #corpus = validFrames();
  readonly bugs: { readonly frame: string; readonly error: unknown }[] = [];
  #broker = new Broker(new FakeClock());
  #sent = 0;
  answers = 0;

  constructor(seed: number) {
    this.#random = mulberry32(seed);
  }

  /** Sends one frame; what it starts may still go on when this returns. */
  send(): void {
    if (this.#sent % FRAMES_PER_BROKER === 0) {
      this.#broker[Symbol.dispose]();
      this.#broker = new Broker(new FakeClock(), { memoryLimitBytes: 1 << 24 });
      this.#broker.topics.create('t', { partitions: 2 });
    }
    this.#sent++;
    const frame = this.#mutate(this.#corpus[this.#below(this.#corpus.length)] ?? Buffer.alloc(0));
    const connection = new Connection(
      new Dispatcher(this.#broker),
      {
        remoteAddress: '127.0.0.1',
        write: () => {
          this.answers++;
          return true;
        },
        pause: () => undefined,
        resume: () => undefined,
        end: () => undefined,
        destroy: () => undefined,
      },
      {
        clock: new FakeClock(),
        limits: { maxFrameBytes: 1 << 20, idleMs: 1_000 },
        brokerAddress: { host: 'localhost', port: 1 },
        sasl: undefined,
        onBug: (error) => this.bugs.push({ frame: frame.toString('hex'), error }),
      },
    );
    const cut = this.#below(frame.length + 1);
    connection.receive(frame.subarray(0, cut));
    connection.receive(frame.subarray(cut));
    connection.closed();
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  /** Some frames stay as they are; most get a few changes, and a size that fits. */
  #mutate(frame: Buffer): Buffer {
    let body: Buffer = Buffer.from(frame);
    for (let count = this.#below(5); count > 0; count--) body = this.#change(body);
    const size = Buffer.alloc(4);
    size.writeInt32BE(this.#below(50) === 0 ? this.#below(2 ** 31) : body.length);
    return Buffer.concat([size, body]);
  }

  #change(body: Buffer): Buffer {
    const at = this.#below(body.length);
    const kind = this.#below(6);
    if (kind === 0) return body.subarray(0, at);
    if (kind === 1) return Buffer.concat([body.subarray(0, at), this.#bytes(), body.subarray(at)]);
    if (kind === 2) return Buffer.concat([body.subarray(0, at), body.subarray(at + 1 + this.#below(8))]);
    if (kind === 3 && body.length >= 4) {
      body.writeInt16BE(this.#below(95), 0);
      body.writeInt16BE(this.#below(19), 2);
      return body;
    }
    if (kind === 4) {
      const other = this.#corpus[this.#below(this.#corpus.length)] ?? body;
      return Buffer.concat([body.subarray(0, at), other.subarray(this.#below(other.length))]);
    }
    if (at < body.length) body[at] = [0, 1, 0x7f, 0x80, 0xff, this.#below(256)][this.#below(6)] ?? 0;
    return body;
  }

  #bytes(): Buffer {
    return Buffer.from(Array.from({ length: 1 + this.#below(8) }, () => this.#below(256)));
  }
}

/** A small generator of pseudo-random numbers, so that a failure can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A good request of every kind that has one worth changing, in its first and its last version. */
function validFrames(): readonly Buffer[] {
  return Object.entries(requestDrafts).flatMap(([name, draft]) => {
    const api = apis[name as keyof typeof apis]; // the drafts are named after them
    return api.versions.map((version) => {
      const writer = new Writer();
      writer.int16(api.key);
      writer.int16(version);
      writer.int32(1);
      writer.int16(1);
      writer.utf8('c', 1);
      if (api.isFlexible(version)) writer.uvarint(0);
      const codec = api.requestCodec(version) as unknown as Codec<unknown, unknown>; // each draft is that of its table
      codec.write(writer, draft);
      return Buffer.concat(writer.finish());
    });
  });
}
