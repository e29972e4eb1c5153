import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  publish
} from "./part-github-check-run.js";
import {
  mergeReports
} from "./part-load-merge-reports.js";
import {
  writeFinalReports
} from "./part-cli-report-files.js";
import "./part-cli-try-write.js";
import "./part-reporters-page-timeline.js";
import "./part-reporters-comment-render-comment.js";
import "./part-model-merge-runs.js";
import "./part-reporters-markup-scenario-section.js";
import {
  mergeInputs,
  readBaseline,
  readInputs
} from "./part-github-read-inputs.js";
import {
  runStep
} from "./part-github-step.js";
import "./part-action-tell-failure.js";
import "./part-base-code-frame.js";
import "./part-github-outputs.js";
import "./part-load-read-report.js";
import "./part-model-run-result.js";
import "./part-reporters-wording.js";
import "./part-base-display-width.js";
import "./part-model-fold-task.js";
import "./part-model-compact.js";
import "./part-model-scenario-list.js";
import "./part-base-source-span.js";
import "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-record.js";
import "./part-base-clock.js";
import "./part-zod.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import {
  UsageError
} from "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/action/merge-action.ts
import { resolve } from "node:path";
async function mergeAction(surroundings) {
  const { env, step } = surroundings;
  const inputs = readInputs(mergeInputs, env);
  if (inputs.reports.length === 0) {
    throw new UsageError("USAGE_BAD_VALUE", 'input "reports" is empty', {
      hint: "name the report.json of each shard, a folder that holds them, or a glob, one a line"
    });
  }
  const cwd = resolve(step.workspace, inputs["working-directory"]);
  const reportDirectory = resolve(cwd, inputs["report-directory"]);
  const result = mergeReports(inputs.reports, cwd);
  writeFinalReports(result, reportDirectory);
  const told = { ...inputs, annotations: "false" };
  const baseline = readBaseline(inputs.baseline, { cwd, step });
  const job = env.GITHUB_JOB ?? "merge";
  await publish(result, { ...surroundings, inputs: told, job, cwd, reportDirectory, baseline });
  return result.exitCode;
}
__name(mergeAction, "mergeAction");

// src/action/merge.ts
await runStep(mergeAction);
