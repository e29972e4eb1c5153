const HALF_AN_HOUR_MS = 30 * 60_000;
const EVERY_MS = 100;
/** By how much the wall clock is off, one after the other; Kafka refuses what lies an hour ahead. */
const OFF_BY_MS = [HALF_AN_HOUR_MS, -HALF_AN_HOUR_MS, 0, 5000, -5000];

/** Lets this process's wall clock step to and fro until it is disposed; the monotonic clock goes on as it did. */
export function stepWallClock(): Disposable {
  const { now } = Date;
  let steps = 0;
  Date.now = () => now() + (OFF_BY_MS[steps % OFF_BY_MS.length] ?? 0);
  const timer = setInterval(() => {
    steps++;
  }, EVERY_MS);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
      Date.now = now;
    },
  };
}
