import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
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
import {
  ScenarioError,
  ScenarioProblems,
  UsageError
} from "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  ScenarioError,
  ScenarioProblems,
  UsageError,
  run
};
