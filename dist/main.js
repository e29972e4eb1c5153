import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  explainFailure,
  openReportFiles,
  renderAnnotations,
  renderWorkflowCommand,
  reporters
} from "./part-reporters-console.js";
import {
  run
} from "./part-platformatic-kafka.js";
import "./part-model-run-event.js";
import "./part-yaml.js";
import "./part-expr-random.js";
import "./part-kafka-schema-registry-http.js";
import "./part-base-duration.js";
import "./part-stack-services-output.js";
import "./part-stack-services-command-line.js";
import "./part-stack-services-launched.js";
import "./part-stack-services-lines.js";
import "./part-debug.js";
import "./part-base-clock.js";
import "./part-formats-avro-parse.js";
import "./part-zod.js";
import "./part-formats-codec-fixed-width.js";
import "./part-formats-codec-text.js";
import "./part-formats-codec-show.js";
import "./part-model-json.js";
import "./part-formats-codec-unfit.js";
import {
  FlowproofError,
  ScenarioProblems,
  UsageError,
  describeError
} from "./part-base-errors.js";
import {
  __callDispose,
  __name,
  __using
} from "./part-shared.js";

// src/github/step.ts
import { randomUUID } from "node:crypto";
import { appendFileSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";

// src/github/limits.ts
var SUMMARY_BYTES = 1024 * 1024;
var ERRORS_PER_STEP = 10;
var ANNOTATION_CHARACTERS = 4096;

// src/github/outputs.ts
function outputsOf(result, reportJson) {
  const { status, counts, durationMs } = result;
  return {
    status,
    total: counts.total,
    passed: counts.passed,
    failed: counts.failed,
    errors: counts.errors,
    flaky: counts.flaky,
    skipped: counts.skipped,
    "duration-ms": Math.round(durationMs),
    "report-json": reportJson
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

// src/github/step.ts
function createStep({ env: env2, stdout: stdout2 }) {
  const workspace = resolve(env2.GITHUB_WORKSPACE ?? ".");
  const warn = /* @__PURE__ */ __name((message) => stdout2.write(`${renderWorkflowCommand("warning", {}, message)}
`), "warn");
  const append = /* @__PURE__ */ __name((variable, text2) => {
    const file = env2[variable];
    if (!file || text2 === "") return;
    try {
      appendFileSync(file, text2);
    } catch (cause) {
      warn(`flowproof could not write ${variable}: ${describeError(cause)}`);
    }
  }, "append");
  return {
    workspace,
    summaryRoom: roomIn(env2.GITHUB_STEP_SUMMARY),
    setOutputs: /* @__PURE__ */ __name((values) => append("GITHUB_OUTPUT", renderOutputs(values, `flowproof-${randomUUID()}`)), "setOutputs"),
    appendSummary: /* @__PURE__ */ __name((markdown) => append("GITHUB_STEP_SUMMARY", markdown), "appendSummary"),
    mask(secrets) {
      for (const secret of secrets) stdout2.write(`${renderWorkflowCommand("add-mask", {}, secret)}
`);
    },
    warn,
    stopCommands() {
      const token = randomUUID();
      stdout2.write(`${renderWorkflowCommand("stop-commands", {}, token)}
`);
      return { [Symbol.dispose]: () => stdout2.write(`${renderWorkflowCommand(token, {}, "")}
`) };
    },
    fileInRepository: /* @__PURE__ */ __name((file, directory) => pathInside(workspace, resolve(directory, file)), "fileInRepository"),
    linkTo(path, line) {
      const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env2;
      if (!server || !repository || !commit) return void 0;
      const encoded = path.split("/").map(encodeURIComponent).join("/");
      return `${server}/${repository}/blob/${commit}/${encoded}#L${line}`;
    }
  };
}
__name(createStep, "createStep");
function roomIn(summaryFile) {
  if (!summaryFile) return 0;
  const size = statSync(summaryFile, { throwIfNoEntry: false })?.size ?? 0;
  return Math.max(SUMMARY_BYTES - size, 0);
}
__name(roomIn, "roomIn");
function pathInside(directory, path) {
  const inside = relative(directory, path);
  const isOutside = inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return isOutside ? void 0 : inside.split(sep).join("/");
}
__name(pathInside, "pathInside");

// src/action/run-action.ts
import { relative as relative2, resolve as resolve2 } from "node:path";

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
function readInputs(table, env2) {
  const values = Object.entries(table).map(([name, kind]) => {
    const value = env2[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";
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
var runInputs = {
  scenarios: lines(),
  config: text(),
  environment: text(),
  kafka: oneOf(["embedded", "external"]),
  variables: assignments(),
  seed: whole({ min: 0, max: MAX_SEED }),
  summary: flag(true),
  annotations: flag(true),
  "report-directory": text("flowproof-report"),
  "working-directory": text(".")
};

// src/action/run-action.ts
async function runAction(surroundings) {
  const { env: env2, step } = surroundings;
  let cwd = step.workspace;
  try {
    const inputs = readInputs(runInputs, env2);
    cwd = resolve2(cwd, inputs["working-directory"]);
    const job = {
      ...surroundings,
      inputs,
      cwd,
      reportDirectory: resolve2(cwd, inputs["report-directory"])
    };
    const result = await runScenarios(job);
    publish(result, job);
    return result.exitCode;
  } catch (cause) {
    return tellFailure(cause, cwd, surroundings);
  }
}
__name(runAction, "runAction");
async function runScenarios({
  inputs,
  cwd,
  reportDirectory,
  env: env2,
  stdout: stdout2,
  step,
  signal
}) {
  var _stack = [];
  try {
    const opened = __using(_stack, new AsyncDisposableStack(), true);
    return await run({
      cwd,
      env: withoutInputs(env2),
      signal,
      config: inputs.config,
      files: inputs.scenarios,
      environment: inputs.environment,
      kafka: inputs.kafka,
      variables: inputs.variables,
      seed: inputs.seed,
      reporters({ secrets }) {
        step.mask(secrets);
        opened.use(step.stopCommands());
        const files = opened.use(openReportFiles(reportDirectory));
        const reportPath = relative2(cwd, files.reportPath);
        return [reporters.console.start(stdout2, { color: !env2.NO_COLOR, reportPath }), ...files.reporters];
      }
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(runScenarios, "runScenarios");
function withoutInputs(env2) {
  return Object.fromEntries(Object.entries(env2).filter(([name]) => !name.startsWith("INPUT_")));
}
__name(withoutInputs, "withoutInputs");
function publish(result, { inputs, cwd, reportDirectory, step, stdout: stdout2 }) {
  const attempt = /* @__PURE__ */ __name((what, action) => {
    try {
      action();
    } catch (cause) {
      step.warn(`flowproof could not write ${what}: ${describeError(cause)}`);
    }
  }, "attempt");
  const fileOf = /* @__PURE__ */ __name((file) => step.fileInRepository(file, cwd), "fileOf");
  const linkOf = /* @__PURE__ */ __name((file, line) => {
    const path = fileOf(file);
    return path === void 0 ? void 0 : step.linkTo(path, line);
  }, "linkOf");
  if (inputs.summary && step.summaryRoom > 0) {
    const options = { maxBytes: step.summaryRoom, linkOf };
    attempt(
      "the job summary",
      () => reporters.summary.start({ write: step.appendSummary }, options).end?.(result)
    );
  }
  if (inputs.annotations) {
    attempt("annotations", () => reporters.annotations.start(stdout2, { ...LIMITS, fileOf }).end?.(result));
  }
  attempt("outputs", () => step.setOutputs(outputsOf(result, resolve2(reportDirectory, reporters.json.file))));
}
__name(publish, "publish");
var LIMITS = { maxErrors: ERRORS_PER_STEP, maxCharacters: ANNOTATION_CHARACTERS };
function tellFailure(cause, cwd, { step, stdout: stdout2 }) {
  const { text: text2, exitCode } = explainFailure(cause, () => void 0);
  {
    var _stack = [];
    try {
      const _2 = __using(_stack, step.stopCommands());
      stdout2.write(text2);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  const fileOf = /* @__PURE__ */ __name((file) => step.fileInRepository(file, cwd), "fileOf");
  stdout2.write(renderAnnotations(failureFindings(cause), { ...LIMITS, fileOf }));
  step.setOutputs({ status: "error" });
  return exitCode;
}
__name(tellFailure, "tellFailure");

// src/action/main.ts
var INTERRUPTED = 130;
var interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"]) {
  process.on(name, () => interrupted.signal.aborted ? process.exit(INTERRUPTED) : interrupted.abort());
}
var { env, stdout } = process;
process.exitCode = await runAction({
  env,
  stdout,
  step: createStep({ env, stdout }),
  signal: interrupted.signal
});
