import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  __name
} from "./part-shared.js";

// src/base/errors.ts
var FlowproofError = class extends Error {
  static {
    __name(this, "FlowproofError");
  }
  code;
  span;
  hint;
  detail;
  constructor(code, message, details = {}) {
    super(message, { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.span = details.span;
    this.hint = details.hint;
    this.detail = details.detail ?? [];
  }
};
var UsageError = class extends FlowproofError {
  static {
    __name(this, "UsageError");
  }
  exitCode = 2;
};
var ScenarioError = class extends FlowproofError {
  static {
    __name(this, "ScenarioError");
  }
  exitCode = 2;
};
var ScenarioProblems = class extends FlowproofError {
  static {
    __name(this, "ScenarioProblems");
  }
  exitCode = 2;
  /** In the order of files, then of places in them; at least one. */
  problems;
  /** The text of the files that could be read, by the name that spans use: what error frames are drawn from. */
  sources;
  constructor(problems, sources) {
    const files = new Set(problems.map((problem) => problem.span?.file)).size;
    super("FILES_INVALID", `${countOf(problems.length, "problem")} in ${countOf(files, "file")}`);
    this.problems = problems;
    this.sources = sources;
  }
};
function countOf(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
__name(countOf, "countOf");
var RunError = class extends FlowproofError {
  static {
    __name(this, "RunError");
  }
  exitCode = 3;
};
function describeError(cause) {
  return cause instanceof Error ? cause.message : String(cause);
}
__name(describeError, "describeError");

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
        Math.min(Math.ceil(restMs), 2 ** 31 - 1)
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
  FlowproofError,
  UsageError,
  ScenarioError,
  ScenarioProblems,
  RunError,
  describeError,
  systemClock,
  sleep
};
