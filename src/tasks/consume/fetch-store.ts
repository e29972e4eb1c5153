import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FetchedRecords } from '../../kafka/port.ts';
import { type Incoming, incomingOf } from './incoming.ts';
import { packFetch, unpackFetch } from './packed-fetch.ts';

/** Fetches that wait take up to this; those that come when it is used up go to a file. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Keeps fetches for readers that come later, or that are slower than the fetches come: the first in memory, up to a
 * limit, more of them in a file of its own. Memory is so bounded by what a scenario keeps, not by what a topic holds.
 */
export class FetchStore implements Disposable {
  readonly #mostBytes: number;
  #heldBytes = 0;
  readonly #file = new SpillFile();

  constructor(mostBytes: number = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  keep(fetched: FetchedRecords): KeptFetch {
    const incoming = incomingOf(fetched);
    const { sizeBytes } = incoming;
    const hasRoom = this.#heldBytes + sizeBytes <= this.#mostBytes;
    const place = hasRoom ? undefined : this.#file.write(packFetch(fetched));
    // Both functions are replaced: the ones that were there hold the records.
    if (place)
      return new KeptFetch({
        ...incoming,
        take: () => unpackFetch(this.#file.read(place)),
        drop: () => undefined,
      });
    this.#heldBytes += sizeBytes;
    const free = (): void => {
      this.#heldBytes -= sizeBytes;
    };
    return new KeptFetch({ ...incoming, drop: free });
  }

  [Symbol.dispose](): void {
    this.#file[Symbol.dispose]();
  }
}

/** A fetch that several may hold; the last to let go gives its memory back. */
export class KeptFetch {
  readonly #content: Incoming;
  #holders = 0;

  constructor(content: Incoming) {
    this.#content = content;
  }

  get topic(): string {
    return this.#content.topic;
  }

  /** For one more holder: it takes the records or drops them. */
  hold(): Incoming {
    this.#holders++;
    let isHeld = true;
    const drop = (): void => {
      if (isHeld && --this.#holders === 0) this.#content.drop();
      isHeld = false;
    };
    const take = (): FetchedRecords => {
      const fetched = this.#content.take();
      drop();
      return fetched;
    };
    return { ...this.#content, take, drop };
  }
}

interface Place {
  readonly position: number;
  readonly length: number;
}

/** A file without a name, made when it is first written to; it goes with the process, whatever ends that. */
class SpillFile implements Disposable {
  #descriptor: number | undefined;
  #position = 0;
  #isUsable = true;

  /** undefined when it cannot be written: then there is no room on the disk, and memory has to do. */
  write(content: Uint8Array): Place | undefined {
    if (!this.#isUsable) return undefined;
    const place = { position: this.#position, length: content.length };
    try {
      this.#descriptor ??= openNameless();
      for (let done = 0; done < content.length; )
        done += writeSync(this.#descriptor, content, done, content.length - done, place.position + done);
    } catch {
      this.#isUsable = false; // no verdict hangs on it
      return undefined;
    }
    this.#position += content.length;
    return place;
  }

  read({ position, length }: Place): Uint8Array {
    const content = Buffer.allocUnsafeSlow(length);
    if (this.#descriptor === undefined) throw new RangeError('the file is closed');
    for (let done = 0; done < length; ) {
      const count = readSync(this.#descriptor, content, done, length - done, position + done);
      if (count === 0) throw new RangeError('the file is shorter than what was written to it');
      done += count;
    }
    return content;
  }

  [Symbol.dispose](): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
    this.#isUsable = false;
  }
}

/** Only its descriptor leads to it: what was in records is left to nobody. */
function openNameless(): number {
  const path = join(tmpdir(), `flowproof-${process.pid}-${crypto.randomUUID()}`);
  const descriptor = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return descriptor;
}
