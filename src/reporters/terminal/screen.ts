import type { RunEvent } from '../../model/run-event.ts';
import type { Output } from '../reporter.ts';

/** Where the console's lines go, and what it shows between them while things go on. */
export interface Screen extends Disposable {
  /** Adds lines that stay. They hold no line ends. */
  print(lines: readonly string[]): void;
  /** Told of every event after its lines were printed. */
  on(event: RunEvent): void;
}

/** Lines one after the other, for logs and files. */
export function createPlainScreen(output: Output): Screen {
  return {
    print: (lines) => output.write(lines.map((line) => `${line}\n`).join('')),
    on() {},
    [Symbol.dispose]() {},
  };
}
