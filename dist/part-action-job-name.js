import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  readBaseline,
  readInputs,
  runInputs
} from "./part-github-read-inputs.js";
import {
  __name
} from "./part-shared.js";

// src/action/job.ts
import { resolve } from "node:path";

// src/action/job-name.ts
function jobName(job, matrix, others) {
  const details = [...matrixValues(matrix), ...others].filter((detail) => detail !== void 0);
  return `${job ?? "flowproof"}${details.length > 0 ? ` (${details.join(", ")})` : ""}`;
}
__name(jobName, "jobName");
function matrixValues(matrix) {
  try {
    const values = JSON.parse(matrix);
    if (typeof values !== "object" || values === null) return [];
    return Object.values(values).map((value) => typeof value === "string" ? value : JSON.stringify(value));
  } catch {
    return [matrix];
  }
}
__name(matrixValues, "matrixValues");

// src/action/job.ts
var UNFINISHED = "unfinished";
function readJob(surroundings) {
  const { env, step } = surroundings;
  const inputs = readInputs(runInputs, env);
  const cwd = resolve(step.workspace, inputs["working-directory"]);
  return {
    ...surroundings,
    inputs,
    job: jobName(env.GITHUB_JOB, inputs.matrix, [inputs.environment, inputs.shard]),
    cwd,
    reportDirectory: resolve(cwd, inputs["report-directory"]),
    baseline: readBaseline(inputs.baseline, { cwd, step })
  };
}
__name(readJob, "readJob");

export {
  UNFINISHED,
  readJob
};
