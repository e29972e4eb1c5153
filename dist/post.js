import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  UNFINISHED
} from "./part-action-job-name.js";
import "./part-github-read-inputs.js";
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
import {
  sweepKilledRuns
} from "./part-stack-processes-run-file.js";
import "./part-base-source-span.js";
import "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-record.js";
import {
  systemClock
} from "./part-base-clock.js";
import "./part-zod.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import {
  describeError
} from "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/action/post-action.ts
import { join } from "node:path";
async function postAction(surroundings) {
  const { env, step } = surroundings;
  try {
    await sweepKilledRuns({ clock: systemClock, env });
    if (step.readState(UNFINISHED) === "true") await tellOfKilledRun(surroundings);
  } catch (cause) {
    step.warn(`flowproof could not clean up: ${describeError(cause)}`);
  }
  return 0;
}
__name(postAction, "postAction");
async function tellOfKilledRun(surroundings) {
  const [{ readJob }, { publish }, { readEvents }] = await Promise.all([
    import("./part-action-job.js"),
    import("./part-action-publish.js"),
    import("./part-load-read-events.js")
  ]);
  const job = readJob(surroundings);
  await publish(readEvents(join(job.reportDirectory, "events.ndjson")), job);
}
__name(tellOfKilledRun, "tellOfKilledRun");

// src/action/post.ts
await runStep(postAction);
