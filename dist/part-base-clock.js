import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/clock.ts
import { monitorEventLoopDelay } from "node:perf_hooks";
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
    const histogram = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
    histogram.enable();
    return {
      worstMs: /* @__PURE__ */ __name(() => histogram.count > 0 ? Math.max(0, histogram.max / 1e6 - LAG_RESOLUTION_MS) : 0, "worstMs"),
      [Symbol.dispose]: () => histogram.disable()
    };
  }
};
var LAG_RESOLUTION_MS = 10;
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
