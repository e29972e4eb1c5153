import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  tellFailure
} from "./part-action-tell-failure.js";
import {
  SUMMARY_BYTES,
  renderFileCommands
} from "./part-github-outputs.js";
import {
  renderWorkflowCommand
} from "./part-reporters-wording.js";
import {
  describeError
} from "./part-base-errors.js";
import {
  __name
} from "./part-shared.js";

// src/github/step.ts
import { randomUUID } from "node:crypto";
import { appendFileSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
function createStep({ env, stdout }) {
  const workspace = resolve(env.GITHUB_WORKSPACE ?? ".");
  const warn = /* @__PURE__ */ __name((message) => stdout.write(`${renderWorkflowCommand("warning", {}, message)}
`), "warn");
  const append = /* @__PURE__ */ __name((variable, text) => {
    const file = env[variable];
    if (!file || text === "") return;
    try {
      appendFileSync(file, text);
    } catch (cause) {
      warn(`flowproof could not write ${variable}: ${describeError(cause)}`);
    }
  }, "append");
  return {
    workspace,
    summaryRoom: roomIn(env.GITHUB_STEP_SUMMARY),
    runUrl: runUrl(env),
    setOutputs: /* @__PURE__ */ __name((values) => append("GITHUB_OUTPUT", renderFileCommands(values, randomUUID())), "setOutputs"),
    saveState: /* @__PURE__ */ __name((name, value) => append("GITHUB_STATE", renderFileCommands({ [name]: value }, randomUUID())), "saveState"),
    readState: /* @__PURE__ */ __name((name) => env[`STATE_${name}`], "readState"),
    appendSummary: /* @__PURE__ */ __name((markdown) => append("GITHUB_STEP_SUMMARY", markdown), "appendSummary"),
    mask(secrets) {
      for (const secret of secrets) stdout.write(`${renderWorkflowCommand("add-mask", {}, secret)}
`);
    },
    warn,
    stopCommands() {
      const token = randomUUID();
      stdout.write(`${renderWorkflowCommand("stop-commands", {}, token)}
`);
      return { [Symbol.dispose]: () => stdout.write(`${renderWorkflowCommand(token, {}, "")}
`) };
    },
    fileInRepository: /* @__PURE__ */ __name((file, directory) => pathInside(workspace, resolve(directory, file)), "fileInRepository"),
    linkTo(path, line, commit = env.GITHUB_SHA) {
      const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
      if (!server || !repository || !commit || path.split("/").includes("..")) return void 0;
      const encoded = path.split("/").map(encodeURIComponent).join("/");
      return `${server}/${repository}/blob/${commit}/${encoded}#L${line}`;
    }
  };
}
__name(createStep, "createStep");
function runUrl(env) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : void 0;
}
__name(runUrl, "runUrl");
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

// src/action/run-step.ts
var INTERRUPTED = 130;
async function runStep(action) {
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) {
    process.on(name, () => interrupted.signal.aborted ? process.exit(INTERRUPTED) : interrupted.abort());
  }
  const { env, stdout } = process;
  const surroundings = { env, stdout, step: createStep({ env, stdout }), signal: interrupted.signal };
  try {
    process.exitCode = await action(surroundings);
  } catch (cause) {
    process.exitCode = tellFailure(cause, surroundings);
  }
}
__name(runStep, "runStep");

export {
  runStep
};
