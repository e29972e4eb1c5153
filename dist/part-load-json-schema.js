import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  reportJsonSchema
} from "./part-model-run-result.js";
import {
  projectConfig,
  scenarioFile
} from "./part-csv-parse.js";
import "./part-node-https.js";
import "./part-expr-template-text.js";
import "./part-base-duration.js";
import "./part-msgpack-msgpack.js";
import "./part-base-did-you-mean.js";
import "./part-formats-codec-fixed-width.js";
import "./part-formats-record-view.js";
import "./part-formats-codec-text.js";
import "./part-model-compact.js";
import "./part-model-run-event.js";
import "./part-model-status.js";
import "./part-model-latency.js";
import "./part-base-clock.js";
import "./part-node-http.js";
import "./part-formats-avro-parse.js";
import "./part-formats-codec-show.js";
import "./part-formats-codec-unfit.js";
import {
  external_exports
} from "./part-zod.js";
import "./part-model-json.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/load/json-schema.ts
function jsonSchemas() {
  return {
    scenario: editorSchema(scenarioFile, "A scenario of flowproof"),
    config: editorSchema(projectConfig, "flowproof.yaml"),
    report: reportJsonSchema()
  };
}
__name(jsonSchemas, "jsonSchemas");
function editorSchema(schema, title) {
  return { title, ...external_exports.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) };
}
__name(editorSchema, "editorSchema");
export {
  jsonSchemas
};
