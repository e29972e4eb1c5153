import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  UNFINISHED,
  readJob
} from "./part-action-job-name.js";
import {
  publish
} from "./part-github-check-run.js";
import {
  openReportFiles
} from "./part-cli-report-files.js";
import "./part-cli-try-write.js";
import {
  reporters
} from "./part-reporters-page-timeline.js";
import "./part-reporters-comment-render-comment.js";
import "./part-reporters-markup-scenario-section.js";
import "./part-github-read-inputs.js";
import {
  tellFailure
} from "./part-action-tell-failure.js";
import "./part-base-code-frame.js";
import "./part-github-outputs.js";
import "./part-load-read-report.js";
import "./part-model-run-result.js";
import "./part-reporters-wording.js";
import "./part-base-display-width.js";
import {
  run
} from "./part-engine-task-run.js";
import "./part-model-fold-timeline.js";
import "./part-package.js";
import "./part-platformatic-kafka.js";
import "./part-kafka-schema-registry-http.js";
import "./part-stack-services-output.js";
import "./part-stack-services-command-line.js";
import "./part-stack-services-launched.js";
import "./part-stack-services-lines.js";
import "./part-debug.js";
import "./part-load-check-graph.js";
import "./part-yaml.js";
import "./part-csv-parse.js";
import "./part-model-service-config.js";
import "./part-expr-jq.js";
import "./part-expr-random.js";
import "./part-expr-simple-path.js";
import "./part-expr-template-text.js";
import "./part-base-duration.js";
import "./part-model-record-places.js";
import "./part-model-record-path.js";
import "./part-model-redact-event.js";
import "./part-base-redaction.js";
import "./part-msgpack-msgpack.js";
import "./part-base-did-you-mean.js";
import "./part-formats-codec-fixed-width.js";
import "./part-formats-record-view.js";
import "./part-formats-codec-text.js";
import "./part-node-https.js";
import "./part-stack-processes-run-file.js";
import "./part-model-fold-task.js";
import "./part-model-compact.js";
import "./part-model-scenario-list.js";
import "./part-base-source-span.js";
import "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-record.js";
import "./part-base-clock.js";
import "./part-formats-avro-parse.js";
import "./part-formats-codec-show.js";
import "./part-formats-codec-unfit.js";
import "./part-node-http.js";
import "./part-zod.js";
import "./part-base-shorten.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import {
  __callDispose,
  __name,
  __using
} from "./part-shared.js";

// src/action/run-action.ts
import { relative } from "node:path";
async function runAction(surroundings) {
  const job = readJob(surroundings);
  const { step } = job;
  try {
    const result = await runScenarios(job);
    await publish(result, job);
    return result.exitCode;
  } catch (cause) {
    return tellFailure(cause, surroundings, job.cwd);
  } finally {
    step.saveState(UNFINISHED, "");
  }
}
__name(runAction, "runAction");
async function runScenarios({
  inputs,
  cwd,
  reportDirectory,
  env,
  stdout,
  step,
  signal,
  baseline
}) {
  var _stack = [];
  try {
    const opened = __using(_stack, new AsyncDisposableStack(), true);
    return await run({
      cwd,
      env: withoutInputs(env),
      signal,
      config: inputs.config,
      files: inputs.scenarios,
      environment: inputs.environment,
      kafka: inputs.kafka,
      ...inputs.bootstrap.length > 0 ? { bootstrap: inputs.bootstrap } : {},
      variables: inputs.variables,
      tags: inputs.tags,
      grep: inputs.grep,
      shard: inputs.shard,
      earlier: baseline,
      iterations: inputs.iterations,
      retries: inputs.retries,
      concurrency: inputs.concurrency,
      failFast: inputs["fail-fast"],
      seed: inputs.seed,
      reporters({ secrets }) {
        step.mask(secrets);
        opened.use(step.stopCommands());
        const files = opened.use(
          openReportFiles(reportDirectory, (message) => void stdout.write(`${message}
`))
        );
        step.saveState(UNFINISHED, "true");
        const reportPath = relative(cwd, files.reportPath);
        return [reporters.console.start(stdout, { color: !env.NO_COLOR, reportPath }), ...files.reporters];
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
function withoutInputs(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("INPUT_")));
}
__name(withoutInputs, "withoutInputs");
export {
  runAction
};
