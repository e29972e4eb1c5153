import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  renderCount
} from "./part-base-count.js";
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
    super("FILES_INVALID", `${renderCount(problems.length, "problem")} in ${renderCount(files, "file")}`);
    this.problems = problems;
    this.sources = sources;
  }
};
var RunError = class extends FlowproofError {
  static {
    __name(this, "RunError");
  }
  exitCode = 3;
  /** What to look at in flowproof.yaml; its tail may not be there. */
  setting;
  constructor(code, message, { setting, ...details } = {}) {
    super(code, message, details);
    this.setting = setting;
  }
};
function describeError(cause) {
  return cause instanceof Error ? cause.message : String(cause);
}
__name(describeError, "describeError");

export {
  FlowproofError,
  UsageError,
  ScenarioError,
  ScenarioProblems,
  RunError,
  describeError
};
