import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { NODE } from './cli.ts';

const BUSY = 'for (;;) { const until = performance.now() + 1000; while (performance.now() < until); }';

/** Keeps every core busy with programs of their own, until it is disposed. */
export function keepBusy(): Disposable {
  const programs = Array.from({ length: availableParallelism() }, () =>
    spawn(NODE, ['-e', BUSY], { stdio: 'ignore' }),
  );
  return {
    [Symbol.dispose]() {
      for (const program of programs) program.kill();
    },
  };
}
