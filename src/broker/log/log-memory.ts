import { OverflowFile } from './overflow-file.ts';

/** Something whose bytes can be in memory or in the overflow file. */
export interface Spillable {
  /** Bytes that it takes in memory. */
  readonly residentBytes: number;
  spill(file: OverflowFile): void;
}

/** Keeps the logs of a broker within a limit: beyond it, the segments that were full first move to a temporary file. */
export class LogMemory implements Disposable {
  readonly #limitBytes: number;
  /** In the order they became full. */
  readonly #sealed = new Set<Spillable>();
  #residentBytes = 0;
  #file: OverflowFile | undefined;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  get residentBytes(): number {
    return this.#residentBytes;
  }

  /** Takes note that logs take more memory, or with a negative number less. */
  grew(bytes: number): void {
    this.#residentBytes += bytes;
  }

  /** Takes note that nothing will be added to a segment, and makes room if that is needed. */
  seal(segment: Spillable): void {
    this.#sealed.add(segment);
    for (const oldest of this.#sealed) {
      if (this.#residentBytes <= this.#limitBytes) return;
      this.#sealed.delete(oldest);
      this.#file ??= new OverflowFile();
      oldest.spill(this.#file);
    }
  }

  /** Takes note that a segment is gone. */
  forget(segment: Spillable): void {
    this.#sealed.delete(segment);
    this.#residentBytes -= segment.residentBytes;
  }

  [Symbol.dispose](): void {
    this.#file?.[Symbol.dispose]();
  }
}
