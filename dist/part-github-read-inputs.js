import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  readReport
} from "./part-load-read-report.js";
import {
  UsageError,
  describeError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/github/read-inputs.ts
function text(unset) {
  return { unset, parse: /* @__PURE__ */ __name((_name, value) => value, "parse") };
}
__name(text, "text");
function lines() {
  return { unset: [], parse: /* @__PURE__ */ __name((_name, value) => splitLines(value), "parse") };
}
__name(lines, "lines");
function assignments() {
  return {
    unset: [],
    parse(name, value) {
      const all = splitLines(value);
      const wrong = all.find((line) => !/^[^=\s][^=]*=/.test(line));
      if (wrong !== void 0) throw badValue(name, wrong, "write one name=value on each line");
      return all;
    }
  };
}
__name(assignments, "assignments");
function oneOf(allowed, unset) {
  return {
    unset,
    parse(name, value) {
      if (allowed.includes(value)) return value;
      throw badValue(name, value, `one of: ${allowed.join(", ")}`);
    }
  };
}
__name(oneOf, "oneOf");
function flag(unset) {
  return {
    unset,
    parse(name, value) {
      if (/^(true|True|TRUE)$/.test(value)) return true;
      if (/^(false|False|FALSE)$/.test(value)) return false;
      throw badValue(name, value, "one of: true, false");
    }
  };
}
__name(flag, "flag");
function whole({
  min,
  max
}) {
  return {
    unset: void 0,
    parse(name, value) {
      const number = Number(value);
      if (/^\d+$/.test(value) && number >= min && number <= max) return number;
      throw badValue(name, value, `a whole number from ${min} to ${max}`);
    }
  };
}
__name(whole, "whole");
function wholeOrAuto(bounds) {
  return {
    unset: void 0,
    parse: /* @__PURE__ */ __name((name, value) => value === "auto" ? value : whole(bounds).parse(name, value), "parse")
  };
}
__name(wholeOrAuto, "wholeOrAuto");
function readInputs(table, env) {
  const values = Object.entries(table).map(([name, kind]) => {
    const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";
    return [name, value === "" ? kind.unset : kind.parse(name, value)];
  });
  return Object.fromEntries(values);
}
__name(readInputs, "readInputs");
function badValue(name, value, hint) {
  return new UsageError("USAGE_BAD_VALUE", `"${value}" is no value of input "${name}"`, { hint });
}
__name(badValue, "badValue");
function splitLines(value) {
  const all = value.split(/\r?\n/).map((line) => line.trim());
  return all.filter((line) => line !== "");
}
__name(splitLines, "splitLines");

// src/github/inputs.ts
var MAX_SEED = 2 ** 32 - 1;
var commentInputs = {
  comment: oneOf(["auto", "always", "on-failure", "never"], "auto"),
  "comment-key": text(""),
  "github-token": text()
};
var runInputs = {
  scenarios: lines(),
  config: text(),
  environment: text(),
  kafka: oneOf(["embedded", "docker", "external"]),
  bootstrap: lines(),
  variables: assignments(),
  tags: lines(),
  grep: text(),
  iterations: whole({ min: 1, max: 1e5 }),
  retries: whole({ min: 0, max: 100 }),
  concurrency: wholeOrAuto({ min: 1, max: 1e3 }),
  shard: text(),
  seed: whole({ min: 0, max: MAX_SEED }),
  "fail-fast": flag(false),
  summary: flag(true),
  diagrams: oneOf(["failed", "all"], "failed"),
  annotations: oneOf(["true", "false", "check-run"], "true"),
  ...commentInputs,
  baseline: text(),
  matrix: text("null"),
  "report-directory": text("flowproof-report"),
  "working-directory": text(".")
};
var mergeInputs = {
  reports: lines(),
  ...commentInputs,
  baseline: text(),
  summary: flag(true),
  diagrams: oneOf(["failed", "all"], "failed"),
  "report-directory": text("flowproof-report"),
  "working-directory": text(".")
};
var pullCommentInputs = {
  artifact: text("flowproof-report*"),
  ...commentInputs,
  baseline: text(),
  "working-directory": text(".")
};

// src/action/read-baseline.ts
import { resolve } from "node:path";
function readBaseline(path, { cwd, step }) {
  if (path === void 0) return void 0;
  try {
    return readReport(resolve(cwd, path));
  } catch (cause) {
    step.warn(`flowproof works without the baseline: ${describeError(cause)}`);
    return void 0;
  }
}
__name(readBaseline, "readBaseline");

export {
  readInputs,
  runInputs,
  mergeInputs,
  pullCommentInputs,
  readBaseline
};
