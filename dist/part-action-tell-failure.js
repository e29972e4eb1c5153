import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  explainFailure
} from "./part-base-code-frame.js";
import {
  pre,
  renderAnnotations
} from "./part-reporters-wording.js";
import {
  FlowproofError,
  ScenarioProblems,
  describeError
} from "./part-base-errors.js";
import {
  __callDispose,
  __name,
  __using
} from "./part-shared.js";

// src/action/tell-failure.ts
import { resolve } from "node:path";

// src/github/failure-findings.ts
function failureFindings(cause) {
  if (cause instanceof ScenarioProblems) return cause.problems.map(findingOf);
  if (cause instanceof FlowproofError) return [findingOf(cause)];
  return [
    {
      title: "a bug in flowproof",
      lines: [describeError(cause), "please report it with the log of this step"]
    }
  ];
}
__name(failureFindings, "failureFindings");
function findingOf({ message, hint, span }) {
  return { title: "flowproof", lines: [message, ...hint === void 0 ? [] : [hint]], span };
}
__name(findingOf, "findingOf");

// src/reporters/failure-summary.ts
var MAX_LINES = 200;
function renderFailureSummary(problems) {
  const lines = problems.trimEnd().split("\n");
  const rest = lines.length - MAX_LINES;
  const shown = rest > 0 ? [...lines.slice(0, MAX_LINES), `${rest} more lines are in the log`] : lines;
  return `<h2>⚠️ flowproof: nothing was run</h2>

${pre(shown)}
`;
}
__name(renderFailureSummary, "renderFailureSummary");

// src/github/limits.ts
var SUMMARY_BYTES = 1024 * 1024;
var ERRORS_PER_STEP = 10;
var ANNOTATION_CHARACTERS = 4096;
var COMMENT_CHARACTERS = 65536;
var COMMENTS_PER_PAGE = 100;
var ANNOTATIONS_PER_REQUEST = 50;
var CHECK_TEXT_CHARACTERS = 65535;

// src/action/publication.ts
var ANNOTATION_LIMITS = { maxErrors: ERRORS_PER_STEP, maxCharacters: ANNOTATION_CHARACTERS };
function linkFrom(step, cwd) {
  return (file, line) => {
    const path = step.fileInRepository(file, cwd);
    return path === void 0 ? void 0 : step.linkTo(path, line);
  };
}
__name(linkFrom, "linkFrom");

// src/action/tell-failure.ts
function tellFailure(cause, { step, stdout }, cwd = resolve(".")) {
  const { text, exitCode } = explainFailure(cause, () => void 0);
  {
    var _stack = [];
    try {
      const _2 = __using(_stack, step.stopCommands());
      stdout.write(text);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  if (step.summaryRoom > 0) step.appendSummary(renderFailureSummary(text));
  const fileOf = /* @__PURE__ */ __name((file) => step.fileInRepository(file, cwd), "fileOf");
  stdout.write(renderAnnotations(failureFindings(cause), { ...ANNOTATION_LIMITS, fileOf }));
  step.setOutputs({ status: "error" });
  return exitCode;
}
__name(tellFailure, "tellFailure");

// src/github/outputs.ts
function outputsOf({ status, counts, durationMs }) {
  return {
    status,
    total: counts.total,
    passed: counts.passed,
    failed: counts.failed,
    errors: counts.errors,
    flaky: counts.flaky,
    skipped: counts.skipped,
    "duration-ms": Math.round(durationMs)
  };
}
__name(outputsOf, "outputsOf");
function renderOutputs(values, delimiter) {
  const entries = Object.entries(values).map(
    ([name, value]) => `${name}<<${delimiter}
${value}
${delimiter}
`
  );
  return entries.join("");
}
__name(renderOutputs, "renderOutputs");

export {
  outputsOf,
  renderOutputs,
  SUMMARY_BYTES,
  ANNOTATION_CHARACTERS,
  COMMENT_CHARACTERS,
  COMMENTS_PER_PAGE,
  ANNOTATIONS_PER_REQUEST,
  CHECK_TEXT_CHARACTERS,
  ANNOTATION_LIMITS,
  linkFrom,
  tellFailure
};
