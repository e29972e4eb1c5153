import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a piece of the file is. */
export interface Slot {
  readonly at: number;
  readonly sizeBytes: number;
}

/**
 * A temporary file for what does not fit into memory. It has no name while it is open, so that nothing is left behind
 * however the process ends. Space of pieces that were given back is used again.
 */
export class OverflowFile implements Disposable {
  readonly #descriptor: number;
  #free: Slot[] = [];
  #endBytes = 0;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'flowproof-kafka-'));
    try {
      this.#descriptor = openSync(join(folder, 'segments'), 'wx+');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  write(bytes: Buffer): Slot {
    const at = this.#take(bytes.length);
    for (let written = 0; written < bytes.length; )
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written, at + written);
    return { at, sizeBytes: bytes.length };
  }

  /** The bytes from one place of a piece to another. */
  read({ at }: Slot, from: number, to: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(to - from);
    for (let read = 0; read < bytes.length; ) {
      const count = readSync(this.#descriptor, bytes, read, bytes.length - read, at + from + read);
      if (count === 0) throw new RangeError(`the overflow file ends before byte ${at + to}`);
      read += count;
    }
    return bytes;
  }

  giveBack(slot: Slot): void {
    this.#free.push(slot);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }

  #take(sizeBytes: number): number {
    const slot = this.#free.find((each) => each.sizeBytes >= sizeBytes);
    if (!slot) {
      const at = this.#endBytes;
      this.#endBytes += sizeBytes;
      return at;
    }
    this.#free = this.#free.filter((each) => each !== slot);
    const rest = { at: slot.at + sizeBytes, sizeBytes: slot.sizeBytes - sizeBytes };
    if (rest.sizeBytes > 0) this.#free.push(rest);
    return slot.at;
  }
}
