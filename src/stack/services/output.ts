import type { ProbedOutput } from '../../probes/probe.ts';
import { type LineSplitter, splitLines } from './lines.ts';

export type OutputStream = 'stdout' | 'stderr';

/** How many of the last lines explain the end of a service. */
const KEPT_LINES = 20;

/** What one start of a service has written: hands on each line, and keeps the last ones. */
export class ServiceOutput implements ProbedOutput {
  readonly #onLine: (stream: OutputStream, line: string) => void;
  readonly #streams: Readonly<Record<OutputStream, LineSplitter>>;
  readonly #last: string[] = [];
  readonly #listeners = new Set<(text: string) => void>();

  constructor(onLine: (stream: OutputStream, line: string) => void) {
    this.#onLine = onLine;
    this.#streams = {
      stdout: splitLines((line) => this.addLine('stdout', line)),
      stderr: splitLines((line) => this.addLine('stderr', line)),
    };
  }

  /** Oldest first, at most 20. */
  get lastLines(): readonly string[] {
    return [...this.#last];
  }

  /** A line that is whole. */
  addLine(stream: OutputStream, line: string): void {
    this.#last.push(line);
    if (this.#last.length > KEPT_LINES) this.#last.shift();
    this.#onLine(stream, line);
    this.#tell(line);
  }

  write(stream: OutputStream, chunk: Uint8Array): void {
    const splitter = this.#streams[stream];
    splitter.write(chunk);
    if (splitter.rest !== '') this.#tell(splitter.rest);
  }

  end(stream: OutputStream): void {
    this.#streams[stream].end();
  }

  listen(listener: (text: string) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  #tell(text: string): void {
    for (const listener of this.#listeners) listener(text);
  }
}
