import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/clock.ts
var systemClock = {
  nowMs: /* @__PURE__ */ __name(() => performance.now(), "nowMs"),
  wallMs: /* @__PURE__ */ __name(() => Date.now(), "wallMs"),
  at(atMs, action) {
    let timer;
    const arm = /* @__PURE__ */ __name(() => {
      const restMs = atMs - performance.now();
      timer = setTimeout(
        () => performance.now() >= atMs ? action() : arm(),
        Math.max(0, Math.min(Math.ceil(restMs), 2 ** 31 - 1))
      );
    }, "arm");
    arm();
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  },
  poll: /* @__PURE__ */ __name(() => new Promise((resolve) => setImmediate(() => setImmediate(resolve))), "poll"),
  measureLag() {
    const stalls = [];
    let turnedAtMs = performance.now();
    const timer = setInterval(() => {
      const atMs = performance.now();
      const lagMs = atMs - turnedAtMs;
      turnedAtMs = atMs;
      if (lagMs < 2 * LAG_RESOLUTION_MS) return;
      stalls.push({ atMs, lagMs });
      if (stalls.length > MOST_STALLS) stalls.shift();
    }, LAG_RESOLUTION_MS).unref();
    return {
      worstSince: /* @__PURE__ */ __name((sinceMs) => stalls.reduce((worst, { atMs, lagMs }) => atMs >= sinceMs ? Math.max(worst, lagMs) : worst, 0), "worstSince"),
      [Symbol.dispose]: () => clearInterval(timer)
    };
  }
};
var LAG_RESOLUTION_MS = 5;
var MOST_STALLS = 1e3;
function sleep(clock, ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = /* @__PURE__ */ __name(() => {
      timer[Symbol.dispose]();
      reject(signal.reason);
    }, "onAbort");
    const timer = clock.at(clock.nowMs() + ms, () => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    });
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
__name(sleep, "sleep");

export {
  systemClock,
  sleep
};
