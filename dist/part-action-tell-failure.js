import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  explainFailure
} from "./part-base-code-frame.js";
import {
  ANNOTATION_LIMITS
} from "./part-github-outputs.js";
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

export {
  tellFailure
};
