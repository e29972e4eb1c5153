import { FrameFuzzer } from '../support/frame-fuzzer.ts';

/**
 * Sends a million broken frames (or as many as the first argument says) to the broker, from the seed of the second
 * argument; says what it found, and how much memory the process has grown by since it was warm.
 */
const [, , count = '1000000', seed = '1'] = process.argv;
const total = Number(count);
const fuzzer = new FrameFuzzer(Number(seed));
const startedMs = performance.now();
let warmBytes = 0;
for (let sent = 0; sent < total; ) {
  for (let index = 0; index < 1_000; index++, sent++) fuzzer.send();
  await new Promise((resolve) => setImmediate(resolve));
  if (sent === Math.ceil(total / 10_000) * 1_000) warmBytes = process.memoryUsage().rss;
  if (sent % 100_000 === 0)
    console.log(
      `${sent} frames, ${fuzzer.answers} answers, ${fuzzer.bugs.length} bugs, ${megabytes(process.memoryUsage().rss)}`,
    );
}
const seconds = (performance.now() - startedMs) / 1000;
console.log(
  `${total} frames in ${seconds.toFixed(0)} s; grown by ${megabytes(process.memoryUsage().rss - warmBytes)}`,
);
for (const { frame, error } of fuzzer.bugs.slice(0, 5)) console.log(frame, error);
process.exitCode = fuzzer.bugs.length > 0 ? 1 : 0;

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
